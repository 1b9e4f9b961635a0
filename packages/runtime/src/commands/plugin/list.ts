import { Effect } from "effect"
import { Command, Flag } from "effect/cli"

/** `mjolnir plugin list`: which plugins there are and how they do. */
export const listPlugins = Command.make(
  "list",
  {
    url: Flag.String("url").pipe(
      Flag.withMetavar("URL"),
      Flag.withDescription("Ask the service that listens there, such as http://localhost:8080"),
      Flag.optional
    ),
    plugin: Flag.String("plugin").pipe(
      Flag.withMetavar("NAME|PATH"),
      Flag.withDescription("Look at this plugin beside the built-in ones; may be given several times"),
      Flag.atLeast(0)
    )
  },
  Effect.fnUntraced(function* (choice) {
    const listing = yield* Effect.promise(() => import("../../listing/listPlugins.ts"))
    yield* listing.listPlugins(choice)
  })
).pipe(
  Command.withShortDescription("Show which plugins there are, or how those of a service do"),
  Command.withDescription(
    [
      "Show which plugins there are, or how those of a service do.",
      "",
      "  Without --url it runs no code of a plugin that is not built in and tells what the package.json says. With --url",
      "  it tells what a running service knows: state, calls, detections, faults, the share of the time budget that the",
      "  calls of the slowest detector take on average and at most, and the number of suspended symbols; and below the",
      "  table what went wrong last."
    ].join("\n")
  ),
  Command.withExamples([
    { command: "mjolnir plugin list --plugin ./three --plugin @acme/patterns", description: "What would be loaded" },
    { command: "mjolnir plugin list --url http://localhost:8080", description: "How the plugins of a service do" }
  ])
)

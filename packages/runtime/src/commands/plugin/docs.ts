import { Effect } from "effect"
import { Command, Flag } from "effect/cli"

import { pluginArgument } from "./authorFlags.ts"

/** `mjolnir plugin docs`: what a plugin's code says of itself, written where people and hosts read it. */
export const documentPlugin = Command.make(
  "docs",
  {
    path: pluginArgument,
    check: Flag.Boolean("check").pipe(
      Flag.withDescription("Write nothing, and fail when something would change"),
      Flag.withDefault(false)
    )
  },
  Effect.fnUntraced(function* (choice) {
    const author = yield* Effect.promise(() => import("../../author/docs/documentPlugin.ts"))
    yield* author.documentPlugin(choice).pipe(Effect.catchTag("OutputClosed", () => Effect.void))
  })
).pipe(
  Command.withShortDescription("Write into README and package.json what a plugin's code says of itself"),
  Command.withDescription(
    [
      "Write into README and package.json what a plugin's code says of itself.",
      "",
      "  README.md gets what its users must know, between <!-- mjolnir plugin docs --> and <!-- /mjolnir plugin docs -->,",
      "  or at its end: of every part what it is for, its params with their defaults, what a detector finds and looks at,",
      "  what it says of its patterns, and where it shows in metrics. The field mjolnir of package.json gets the parts, which",
      "  a host reads before it runs any code. A plugin without a package, or an installed one, is described on standard",
      "  output instead."
    ].join("\n")
  ),
  Command.withExamples([
    { command: "mjolnir plugin docs .", description: "The plugin of this folder" },
    { command: "mjolnir plugin docs . --check", description: "In a workflow: fails when somebody has forgotten it" },
    { command: "mjolnir plugin docs classic", description: "What a built-in plugin can do" }
  ])
)

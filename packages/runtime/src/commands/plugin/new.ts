import { Effect } from "effect"
import { Argument, Command, Flag } from "effect/cli"

import { pluginKinds } from "../../scaffold/pluginKinds.ts"

/** `mjolnir plugin new`: the package of a new plugin. */
export const newPlugin = Command.make(
  "new",
  {
    name: Argument.String("NAME").pipe(
      Argument.withDescription("Lower-case words joined by hyphens: of the package, the plugin and its part")
    ),
    dir: Flag.String("dir").pipe(
      Flag.withMetavar("D"),
      Flag.withDescription("Folder of the package, new or empty (default: ./NAME)"),
      Flag.optional
    ),
    kind: Flag.Literals("kind", pluginKinds).pipe(
      Flag.withDescription("The part that it begins with (default: detector)"),
      Flag.withDefault("detector")
    )
  },
  Effect.fnUntraced(function* (choice) {
    const scaffold = yield* Effect.promise(() => import("../../scaffold/newPlugin.ts"))
    yield* scaffold.newPlugin(choice)
  })
).pipe(
  Command.withShortDescription("Write the package of a new plugin, which passes its tests"),
  Command.withDescription(
    [
      "Write the package of a new plugin, which passes its tests.",
      "",
      "  The package holds a small part of the kind that does something real, its tests, a README and a workflow for",
      "  GitHub. Put your own idea in the place of what the part does. A folder that is not empty is left alone."
    ].join("\n")
  ),
  Command.withExamples([
    { command: "mjolnir plugin new three-drives", description: "A detector in ./three-drives" },
    {
      command: "mjolnir plugin new lunch-break --kind gate --dir plugins/lunch-break",
      description: "A gate in a folder of plugins"
    }
  ])
)

import { Effect } from "effect"
import { Command, Flag } from "effect/cli"

import { doneWhenStopped } from "../doneWhenStopped.ts"
import { candleFlags, detectorFlag, pluginArgument, settingsFlag } from "./authorFlags.ts"

/** `mjolnir plugin dev`: checks and draws a plugin at each save. */
export const developPlugin = Command.make(
  "dev",
  {
    path: pluginArgument,
    detector: detectorFlag,
    settings: settingsFlag,
    ...candleFlags,
    out: Flag.String("out").pipe(
      Flag.withMetavar("DIR"),
      Flag.withDescription("Folder of the pages (default: one in the folder for temporary files)"),
      Flag.optional
    )
  },
  Effect.fnUntraced(function* (choice) {
    const author = yield* Effect.promise(() => import("../../author/dev/developPlugin.ts"))
    yield* author.developPlugin(choice).pipe(Effect.catchTag("OutputClosed", () => Effect.void))
  }, doneWhenStopped)
).pipe(
  Command.withShortDescription("Check and preview a plugin at each save"),
  Command.withDescription(
    [
      "Check and preview a plugin at each save, until Ctrl-C.",
      "",
      "  The cases are those of mjolnir plugin check, with time and memory measured over fewer candles; the pages are those",
      "  of mjolnir plugin preview. Of a package that keeps its code in src/index.ts the sources are run, without a build.",
      "  Each save is tried in new processes; a broken plugin is told of and waited for."
    ].join("\n")
  ),
  Command.withExamples([
    { command: "mjolnir plugin dev .", description: "The plugin of this folder, on made-up candles" },
    {
      command: "mjolnir plugin dev ./three.ts --candles AAPL.csv --out pages",
      description: "A single file, on candles of your own"
    }
  ])
)

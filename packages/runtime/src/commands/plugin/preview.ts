import { Effect } from "effect"
import { Command, Flag } from "effect/cli"

import { candleFlags, detectorFlag, pluginArgument, settingsFlag } from "./authorFlags.ts"

/** `mjolnir plugin preview`: what a plugin's detectors find, on a chart. */
export const previewPlugin = Command.make(
  "preview",
  {
    path: pluginArgument,
    detector: detectorFlag,
    settings: settingsFlag,
    ...candleFlags,
    out: Flag.String("out").pipe(
      Flag.withMetavar("FILE|DIR"),
      Flag.withDescription("The page of one detector, or the folder of all pages (default: ./<detector>.html)"),
      Flag.optional
    )
  },
  Effect.fnUntraced(function* (choice) {
    const author = yield* Effect.promise(() => import("../../author/preview/previewPlugin.ts"))
    yield* author.previewPlugin(choice).pipe(Effect.catchTag("OutputClosed", () => Effect.void))
  })
).pipe(
  Command.withShortDescription("Write a page that shows on a chart what a plugin finds"),
  Command.withDescription(
    [
      "Write a page that shows on a chart what a plugin finds.",
      "",
      "  One HTML file for each detector, and for each interval that it looks at: the candles, its matches with their",
      "  annotations and rule scores, its near misses, stepping candle by candle. It needs no network and no other file.",
      "  Nothing is held back: neither confidence nor cooldown matters. Without a file the candles are made up."
    ].join("\n")
  ),
  Command.withExamples([
    {
      command: "mjolnir plugin preview .",
      description: "All detectors of the plugin in this folder, on made-up candles"
    },
    {
      command: "mjolnir plugin preview ./three.ts --candles AAPL.csv --out three.html",
      description: "A plugin with one detector, on candles of your own"
    },
    {
      command: "mjolnir plugin preview classic --detector double-top --candles day.csv.gz --symbol MSFT",
      description: "One detector, on the candles of one symbol"
    }
  ])
)

import { Effect } from "effect"
import { Command } from "effect/cli"

import { candleFileFlags } from "./candleFileFlags.ts"
import { detailedFormat } from "./detailedFormat.ts"
import { pipelineFlags } from "./pipelineFlags.ts"

/** `mjolnir detect`: the detectors over files of candles. */
export const detect = Command.make(
  "detect",
  {
    ...candleFileFlags,
    ...pipelineFlags
  },
  Effect.fnUntraced(function* (choice) {
    const { detectFiles } = yield* Effect.promise(() => import("../offline/detectFiles.ts"))
    const run = detectFiles({ ...choice, format: detailedFormat(choice) })
    yield* run.pipe(Effect.catchTag("OutputClosed", () => Effect.void))
  })
).pipe(
  Command.withShortDescription("Find patterns in files of candles"),
  Command.withDescription(
    [
      "Find patterns in files of candles.",
      "",
      "  CSV has a header with time or timestamp, open, high, low, close and, if known, volume and symbol; other columns",
      "  are not read. JSONL has objects with the same names. A time is in epoch milliseconds; a timestamp is in epoch",
      "  seconds, or in milliseconds when it is greater than 1e10; both may be ISO-8601 text, which is UTC unless it says",
      "  otherwise. The candles of a symbol stand in order of time; several files continue one another.",
      "  The candles that `mjolnir candles` prints can be read, the open ones included.",
      "",
      "  Each detection is an object {id, symbol, interval, detector, pattern, direction, confidence, triggerPrice, time,",
      "  confirmedAt, anchors, metadata}, its times in epoch milliseconds; with --details also {annotations, explanation}:",
      "  what to draw on a chart, and the scores of the rules, which sum to the confidence. What later candles may still",
      "  deny has provisional: true; once it is confirmed it comes again, under another id."
    ].join("\n")
  ),
  Command.withExamples([
    { command: "mjolnir detect AAPL.csv", description: "What the classic plugin finds in a file, as a table" },
    {
      command: "mjolnir detect AAPL.csv.gz MSFT.csv.gz --min-confidence 0 --cooldown 0 --format jsonl",
      description: "Everything, nothing held back, as JSON lines"
    },
    {
      command: "mjolnir detect AAPL.csv --plugin chart --plugin harmonic --details",
      description: "What other built-in plugins find, and by which rules; mjolnir patterns lists their patterns"
    },
    {
      command: "mjolnir detect AAPL.csv --plugin ./three.ts --settings settings.yaml",
      description: "What a plugin of your own finds, with your settings"
    },
    {
      command: "mjolnir detect daily.csv --symbol BRK.B --interval 1d",
      description: "Daily candles of a stock that the file does not name"
    },
    {
      command: "mjolnir candles frames.jsonl --watch AAPL | mjolnir detect - --format csv",
      description: "Over candles built from recorded frames"
    }
  ])
)

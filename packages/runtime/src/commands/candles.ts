import { Effect } from "effect"
import { Command, Flag } from "effect/cli"

import { frameFlags } from "./frameFlags.ts"
import { intervalFlag } from "./pipelineFlags.ts"

/** `mjolnir candles`: raw frames folded into candles. */
export const candles = Command.make(
  "candles",
  {
    ...frameFlags,
    interval: intervalFlag,
    format: Flag.Literals("format", ["jsonl"]).pipe(
      Flag.withDescription("How candles are printed (default: jsonl)"),
      Flag.withDefault("jsonl")
    )
  },
  Effect.fnUntraced(function* (choice) {
    const { printCandles } = yield* Effect.promise(() => import("../offline/printCandles.ts"))
    yield* printCandles(choice).pipe(Effect.catchTag("OutputClosed", () => Effect.void))
  })
).pipe(
  Command.withShortDescription("Build candles from recorded frames"),
  Command.withDescription(
    [
      "Build candles from recorded frames, as the service does from live ones.",
      "",
      "  A completed candle is an object {symbol, time, open, high, low, close, volume, ticks, partial, gap}; time is its",
      "  start in epoch milliseconds. Candles come in the order in which they complete, by the time of the ticks. Those",
      '  still open come last, with "open": true and their opening price under openPrice instead.',
      "  Standard error says what became of every frame; the counts add up to the number of frames."
    ].join("\n")
  ),
  Command.withExamples([
    { command: "mjolnir candles frames.jsonl --watch AAPL,MSFT", description: "The minutes of two stocks" },
    {
      command: "zcat day.gz | mjolnir candles - --watch @symbols.txt --interval 5m",
      description: "Five minutes of every stock in a list"
    },
    {
      command: "mjolnir candles frames.jsonl --watch AAPL --grace 0 --volume-mode cumulative",
      description: "No grace for late ticks, from a feed that sends the day's volume"
    }
  ])
)

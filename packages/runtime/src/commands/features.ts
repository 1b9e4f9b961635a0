import { Effect } from "effect"
import { Command, Flag } from "effect/cli"

import { candleFileFlags } from "./candleFileFlags.ts"
import { intervalFlag, pipelineFlags } from "./pipelineFlags.ts"

/** `mjolnir features`: what indicators show at every candle. */
export const features = Command.make(
  "features",
  {
    ...candleFileFlags,
    plugin: Flag.String("plugin").pipe(
      Flag.withMetavar("NAME|PATH"),
      Flag.withDescription(
        "Plugin whose features to print instead of indicators: a built-in one, an npm package or a path; may be given several times"
      ),
      Flag.atLeast(0)
    ),
    only: Flag.String("only").pipe(
      Flag.withMetavar("A,B"),
      Flag.withDescription("Values to print, in this order, with commas between (default: all)"),
      Flag.optional
    ),
    interval: intervalFlag,
    calendar: pipelineFlags.calendar,
    format: Flag.Literals("format", ["jsonl", "table", "csv"]).pipe(
      Flag.withDescription("How values are printed (default: table on a terminal, else jsonl)"),
      Flag.optional
    ),
    json: Flag.Boolean("json").pipe(Flag.withDescription("The same as --format jsonl"), Flag.withDefault(false))
  },
  Effect.fnUntraced(function* (choice) {
    const { printFeatures } = yield* Effect.promise(() => import("../offline/printFeatures.ts"))
    yield* printFeatures(choice).pipe(Effect.catchTag("OutputClosed", () => Effect.void))
  })
).pipe(
  Command.withShortDescription("Print indicators, or the features of a plugin, for every candle"),
  Command.withDescription(
    [
      "Print indicators, or the features of a plugin, for every candle of files of candles.",
      "",
      "  Files are read as by `mjolnir detect`. Each candle gives an object {symbol, time, …} with a value under each name,",
      "  time in epoch milliseconds. A value that is not defined yet is null, in CSV an empty cell, in a table a dash. JSON",
      "  and CSV have numbers with all their digits; a table rounds them.",
      "",
      "  The indicators are sma20, ema20, wma20, rsi14, atr14, natr14, trange, macd, macd_signal, macd_hist, bb_upper,",
      "  bb_middle, bb_lower, adx14, stoch_k, stoch_d, cci14, willr14, mfi14, obv, roc10, stddev20, max20_high, min20_low,",
      "  linreg_slope14, aroon_down14 and aroon_up14; they are what TA-Lib gives.",
      "  The features of another plugin are named by feature and field, such as atr.value and macd.signal.value: everything",
      "  that a detector can read, from the first candle on. Of features with one name the second is atr#2."
    ].join("\n")
  ),
  Command.withExamples([
    { command: "mjolnir features AAPL.csv", description: "Every indicator at every minute, as a table" },
    {
      command: "mjolnir features AAPL.csv --only rsi14,macd_hist --format csv > rsi.csv",
      description: "Two of them, for a spreadsheet"
    },
    {
      command: "mjolnir features daily.csv.gz --interval 1d --json",
      description: "Daily ones with all their digits, as JSON lines"
    },
    {
      command: "mjolnir features AAPL.csv --plugin ./mean-range.ts",
      description: "What the features of a plugin of your own show"
    },
    {
      command: "mjolnir candles frames.jsonl --watch AAPL | mjolnir features - --json",
      description: "Over candles built from recorded frames"
    }
  ])
)

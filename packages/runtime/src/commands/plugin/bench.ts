import { Effect } from "effect"
import { Command, Flag } from "effect/cli"

import { candleFlags, detectorFlag, jsonFlag, pluginArgument, settingsFlag } from "./authorFlags.ts"

/** `mjolnir plugin bench`: what a plugin's detectors cost. */
export const benchPlugin = Command.make(
  "bench",
  {
    path: pluginArgument,
    detector: detectorFlag,
    settings: settingsFlag,
    ...candleFlags,
    symbols: Flag.Int("symbols").pipe(
      Flag.withMetavar("N"),
      Flag.withDescription("Symbols to follow side by side, 1 to 10000 (default: 100)"),
      Flag.filter(
        (symbols) => symbols >= 1 && symbols <= 10_000,
        () => "a whole number from 1 to 10000"
      ),
      Flag.withDefault(100)
    ),
    json: jsonFlag
  },
  Effect.fnUntraced(function* (choice) {
    const author = yield* Effect.promise(() => import("../../author/bench/benchPlugin.ts"))
    yield* author.benchPlugin(choice).pipe(Effect.catchTag("OutputClosed", () => Effect.void))
  })
).pipe(
  Command.withShortDescription("Measure what a plugin's detectors cost"),
  Command.withDescription(
    [
      "Measure what a plugin's detectors cost: time and memory for a candle, each detector alone.",
      "",
      "  The detectors of the classic plugin are measured in the same run, by turns, so that the comparison holds on",
      "  whatever machine. With many symbols their candles no longer fit the processor's caches, as in the service."
    ].join("\n")
  ),
  Command.withExamples([
    { command: "mjolnir plugin bench .", description: "The detectors of the plugin in this folder" },
    {
      command: "mjolnir plugin bench ./three.ts --candles AAPL.csv --symbols 2000",
      description: "On candles of your own, as if two thousand stocks had them"
    },
    { command: "mjolnir plugin bench @acme/patterns --json > bench.json", description: "Figures to keep and compare" }
  ])
)

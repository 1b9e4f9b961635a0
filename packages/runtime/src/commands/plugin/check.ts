import { Effect } from "effect"
import { Command, Flag } from "effect/cli"

import { durationFlag } from "../durationFlag.ts"
import { candleFlags, detectorFlag, jsonFlag, pluginArgument, settingsFlag } from "./authorFlags.ts"

/** `mjolnir plugin check`: whether a plugin keeps the contract. */
export const checkPlugin = Command.make(
  "check",
  {
    path: pluginArgument,
    detector: detectorFlag,
    settings: settingsFlag,
    ...candleFlags,
    limit: durationFlag("limit").pipe(
      Flag.withDescription("How long one case may take before the plugin is taken to hang (default: 1m)"),
      Flag.withDefault(60_000)
    ),
    json: jsonFlag
  },
  Effect.fnUntraced(function* (choice) {
    const author = yield* Effect.promise(() => import("../../author/check/checkPlugin.ts"))
    yield* author.checkPlugin(choice).pipe(Effect.catchTag("OutputClosed", () => Effect.void))
  })
).pipe(
  Command.withShortDescription("Try whether a plugin keeps the contract"),
  Command.withDescription(
    [
      "Try whether a plugin keeps the contract, and say case by case what was seen.",
      "",
      "  P  package.json and code say the same: version, SDK, parts",
      "  C  detectors: deterministic, no look-ahead, enough history, no repaint, symbols kept apart, restarts, prices,",
      "     valid output, no clock or I/O, time and memory; the cases of conformance in @mjolnir/core/testing",
      "  F  features: repeatable, true warm-up, restarts",
      "  D  feeds: no frame makes them throw",
      "  G  gates: declared reasons, pure, restarts",
      "  S  scorers and K sinks: valid scores; that they open and close, while nothing is delivered",
      "",
      "  Detectors and features are tried on made-up candles unless a file is given. The exit code is 1 when a case failed."
    ].join("\n")
  ),
  Command.withExamples([
    { command: "mjolnir plugin check .", description: "The plugin of this folder" },
    {
      command: "mjolnir plugin check ./three.ts --detector three-up --candles AAPL.csv",
      description: "One detector, on candles of your own"
    },
    {
      command: "mjolnir plugin check @acme/patterns --settings settings.yaml --json",
      description: "An installed package with your settings, for a program to read"
    }
  ])
)

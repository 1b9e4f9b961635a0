import { Effect } from "effect"
import { Command } from "effect/cli"

import { detailedFormat } from "./detailedFormat.ts"
import { frameFlags } from "./frameFlags.ts"
import { pipelineFlags } from "./pipelineFlags.ts"

/** `mjolnir replay`: raw frames through the whole pipeline. */
export const replay = Command.make(
  "replay",
  { ...frameFlags, ...pipelineFlags },
  Effect.fnUntraced(function* (choice) {
    const { replayFrames } = yield* Effect.promise(() => import("../offline/replayFrames.ts"))
    const run = replayFrames({ ...choice, format: detailedFormat(choice) })
    yield* run.pipe(Effect.catchTag("OutputClosed", () => Effect.void))
  })
).pipe(
  Command.withShortDescription("Find patterns in recorded frames"),
  Command.withDescription(
    [
      "Find patterns in recorded frames, with the candles and detectors of the live service.",
      "",
      "  Detections are printed as by `mjolnir detect`. When the frames end, market time runs on: the candles still open",
      "  are completed and seen by the detectors, so the result is that of `mjolnir detect` over the same candles.",
      "  Standard error says what became of every frame; the counts add up to the number of frames."
    ].join("\n")
  ),
  Command.withExamples([
    { command: "mjolnir replay frames.jsonl --watch AAPL,MSFT", description: "What the service would have found" },
    {
      command: "mjolnir replay day.gz --watch @symbols.txt --min-confidence 0.8 --cooldown 15m --format csv",
      description: "Only the surest, at most one in a quarter of an hour"
    },
    {
      command: "mjolnir replay - --watch AAPL --min-confidence 0 --cooldown 0 < frames.jsonl",
      description: "Everything, from standard input"
    }
  ])
)

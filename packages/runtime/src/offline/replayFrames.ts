import { Console, Effect, type Option, Stream } from "effect"

import type { DetectionFormat } from "./detectionOutput.ts"
import { flushed, foldLines } from "./foldLines.ts"
import { candleSettings, type FrameChoice } from "./frameChoice.ts"
import { FrameFile } from "./frameFile.ts"
import { frameSummary } from "./frameSummary.ts"
import { offlinePlan, type PipelineChoice } from "./offlinePlan.ts"
import { OutputBuffer } from "./OutputBuffer.ts"
import { printDetections, runSummary } from "./printDetections.ts"
import { withProgress } from "./progress.ts"
import { toStandardOutput } from "./standardOutput.ts"
import { watchlistOf } from "./watchlist.ts"

/** What the command line of `mjolnir replay` says. */
export interface ReplayChoice extends FrameChoice, PipelineChoice {
  readonly format: Option.Option<DetectionFormat>
}

/** Runs a file of frames through the whole pipeline and prints what the detectors find, the last candles included. */
export const replayFrames = Effect.fnUntraced(function* (choice: ReplayChoice) {
  const settings = yield* candleSettings(choice)
  const plan = yield* offlinePlan(choice)
  const watchlist = yield* watchlistOf(choice.watch)
  const output = new OutputBuffer()
  const { format, run } = yield* printDetections({ plan, format: choice.format, symbols: [...watchlist] }, output)
  const frames = new FrameFile(watchlist, settings, run.onCandle.bind(run))
  const detections = foldLines<never>(choice.file, output, (line) => frames.onLine(line))
  const lastDetections = Stream.suspend(() => {
    frames.closeAll()
    return flushed(output)
  })
  yield* flushed(output).pipe(
    Stream.concat(detections),
    Stream.concat(lastDetections),
    toStandardOutput,
    withProgress(() => `${frames.frames} frames, ${run.detections} detections so far`)
  )
  if (format === "table") yield* Console.error(runSummary(run))
  yield* Console.error(frameSummary(frames.ingest.counts))
})

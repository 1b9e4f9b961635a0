import { Console, Effect, type Option, Stream } from "effect"

import type { DetectionFormat } from "../output/detectionOutput.ts"
import { toStandardOutput } from "../output/standardOutput.ts"
import { flushed, foldLines } from "./foldLines.ts"
import { candleSettings, type FrameChoice } from "./FrameChoice.ts"
import { FrameFile } from "./FrameFile.ts"
import { frameSummary } from "./frameSummary.ts"
import { offlinePlan, type PipelineChoice } from "./offlinePlan.ts"
import { OutputBuffer } from "./OutputBuffer.ts"
import { printingRun } from "./printingRun.ts"
import { runSummary } from "./runSummary.ts"
import { watchlistOf } from "./watchlistOf.ts"
import { withProgress } from "./withProgress.ts"

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
  const { format, run } = yield* printingRun({ plan, format: choice.format, symbols: [...watchlist] }, output)
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

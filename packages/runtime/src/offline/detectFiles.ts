import type { StockSymbol } from "@mjolnir/core"
import { Console, Effect, Option, Stream } from "effect"

import type { DetectionFormat } from "../output/detectionOutput.ts"
import { toStandardOutput } from "../output/standardOutput.ts"
import { foldCandleFiles } from "./foldCandleFiles.ts"
import { flushed } from "./foldLines.ts"
import { offlinePlan, type PipelineChoice } from "./offlinePlan.ts"
import { OutputBuffer } from "./OutputBuffer.ts"
import { printingRun } from "./printingRun.ts"
import { runSummary } from "./runSummary.ts"
import { withProgress } from "./withProgress.ts"

/** What the command line of `mjolnir detect` says. */
export interface DetectChoice extends PipelineChoice {
  readonly file: ReadonlyArray<string>
  readonly symbol: Option.Option<StockSymbol>
  readonly format: Option.Option<DetectionFormat>
}

/** Runs the detectors over files of candles and prints what they find. */
export const detectFiles = Effect.fnUntraced(function* (choice: DetectChoice) {
  const plan = yield* offlinePlan(choice)
  const output = new OutputBuffer()
  const symbol = Option.getOrUndefined(choice.symbol)
  const symbols = Option.toArray(choice.symbol)
  const { format, run } = yield* printingRun({ plan, format: choice.format, symbols }, output)
  let lines = 0
  const detections = foldCandleFiles(
    {
      files: choice.file,
      interval: plan.interval,
      symbol,
      onCandle: run.onCandle.bind(run),
      onLine: () => {
        lines++
      }
    },
    output
  )
  yield* Stream.concat(flushed(output), detections).pipe(
    toStandardOutput,
    withProgress(() => `${lines} lines, ${run.detections} detections so far`)
  )
  if (symbol !== undefined && run.candles === 0 && lines > 1) {
    yield* Console.error(`mjolnir: --symbol ${symbol}: the input holds no candle of it`)
  }
  if (format === "table") yield* Console.error(runSummary(run))
})

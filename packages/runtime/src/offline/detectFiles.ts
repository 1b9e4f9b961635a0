import { Console, Effect, Option } from "effect"

import type { DetectionFormat } from "../output/detectionOutput.ts"
import { offlinePlan, type PipelineChoice } from "./offlinePlan.ts"
import { OutputBuffer } from "./OutputBuffer.ts"
import { type CandleFileChoice, playCandleFiles } from "./playCandleFiles.ts"
import { printingRun } from "./printingRun.ts"
import { runSummary } from "./runSummary.ts"

/** What the command line of `mjolnir detect` says. */
export interface DetectChoice extends PipelineChoice, CandleFileChoice {
  readonly format: Option.Option<DetectionFormat>
}

/** Runs the detectors over files of candles and prints what they find. */
export const detectFiles = Effect.fnUntraced(function* (choice: DetectChoice) {
  const plan = yield* offlinePlan(choice)
  const output = new OutputBuffer()
  const symbols = Option.toArray(choice.symbol)
  const { format, run } = yield* printingRun({ plan, format: choice.format, symbols }, output)
  yield* playCandleFiles(
    choice,
    plan.interval,
    run,
    output,
    (lines) => `${lines} lines, ${run.detections} detections so far`
  )
  if (format === "table") yield* Console.error(runSummary(run))
})

import type { Interval } from "@mjolnir/core"
import { makePipelinePlan, type PipelinePlan, starvedDetectors } from "@mjolnir/core/pipeline"
import { Effect } from "effect"

import { defaultPlugin } from "../plugins/defaultPlugin.ts"
import { detectorsOf } from "../plugins/detectorsOf.ts"

/** What the flags of `detect` and `replay` say of the pipeline. */
export interface PipelineChoice {
  /** Names of plugins, none for the default. */
  readonly plugin: ReadonlyArray<string>
  readonly lookback: number
  readonly minConfidence: number
  /** Milliseconds of candle time. */
  readonly cooldown: number
  readonly interval: Interval
}

/** The plan of the chosen pipeline. */
export const offlinePlan = Effect.fnUntraced(function* (choice: PipelineChoice) {
  const detectors = yield* detectorsOf(choice.plugin.length === 0 ? [defaultPlugin] : choice.plugin)
  return yield* Effect.fromResult(
    makePipelinePlan(detectors, {
      interval: choice.interval,
      lookback: choice.lookback,
      minimumConfidence: choice.minConfidence,
      cooldownMillis: choice.cooldown
    })
  )
})

/** Says which detectors can find nothing because they need more candles than are kept. */
export const starvationNotes = (plan: PipelinePlan): ReadonlyArray<string> =>
  starvedDetectors(plan).map(
    ({ name, warmUp }) => `--lookback ${plan.lookback}: ${name} needs ${warmUp} candles and will find nothing`
  )

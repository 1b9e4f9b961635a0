import { makePipelinePlan, starvedDetectors } from "@mjolnir/core/pipeline"
import { AppConfig } from "@mjolnir/core/services"
import { Duration, Effect } from "effect"

import { detectorsOf } from "./detectorsOf.ts"

/** The pipeline that the configuration asks for; fails when a plugin is unknown or its params do not fit. */
export const planFromConfig = Effect.gen(function* () {
  const { detection } = yield* AppConfig
  const detectors = yield* detectorsOf(detection.plugins)
  const tolerant = detectors.filter(({ name }) => tolerantDetectors.has(name))
  const plan = yield* Effect.fromResult(
    makePipelinePlan(detectors, {
      interval: detection.candles.interval,
      lookback: detection.lookback,
      minimumConfidence: detection.minimumConfidence,
      cooldownMillis: Duration.toMillis(detection.cooldown),
      params: Object.fromEntries(tolerant.map(({ name }) => [name, { tolerance: detection.tolerance }]))
    })
  )
  for (const { name, warmUp } of starvedDetectors(plan)) {
    yield* Effect.logWarning(
      `PATTERN_LOOKBACK_WINDOW=${plan.lookback}: ${name} needs ${warmUp} candles and will find nothing`
    )
  }
  return plan
})

/** The detectors that `PATTERN_TOLERANCE` is for. */
const tolerantDetectors: ReadonlySet<string> = new Set(["flat-top-breakout", "double-top", "double-bottom"])

import { makePipelinePlan } from "@mjolnir/core/pipeline"
import { AppConfig } from "@mjolnir/core/services"
import { Duration, Effect } from "effect"

import { detectorsOf } from "./pluginChoice.ts"

/** The pipeline that the configuration asks for; fails when a plugin is unknown or its params do not fit. */
export const planFromConfig = Effect.gen(function* () {
  const { detection } = yield* AppConfig
  const detectors = yield* detectorsOf(detection.plugins)
  const tolerant = ["flat-top-breakout", "double-top", "double-bottom"]
  return yield* Effect.fromResult(
    makePipelinePlan(detectors, {
      lookback: detection.lookback,
      minimumConfidence: detection.minimumConfidence,
      cooldownMillis: Duration.toMillis(detection.cooldown),
      params: Object.fromEntries(tolerant.map((name) => [name, { tolerance: detection.tolerance }]))
    })
  )
})

import { idleDetectors, makePipelinePlan } from "@mjolnir/core/pipeline"
import { AppConfig } from "@mjolnir/core/services"
import { Duration, Effect } from "effect"

import { settingsFileAt } from "../config/SettingsFile.ts"
import { hostedParts } from "../delivery/HostedParts.ts"
import { isolatedPlans } from "../isolation/isolatedPlans.ts"
import { configureParts, type DefaultParams } from "../plugins/configureParts.ts"
import { loadPlugins } from "../plugins/loadPlugins.ts"
import { pipelineParts } from "../plugins/pipelineParts.ts"
import { refuseUnfitDefaults } from "../plugins/refuseUnfitDefaults.ts"
import { reportsOf } from "../plugins/reportsOf.ts"
import type { ServicePlan } from "./layerService.ts"

/**
 * The service that the configuration asks for. A plugin that cannot be loaded is left out and told of in the log;
 * settings that do not fit fail.
 */
export const serviceFromConfig = Effect.gen(function* () {
  const { detection, feed } = yield* AppConfig
  const file = yield* settingsFileAt(detection.settingsFile)
  const found = yield* loadPlugins(detection.plugins, { settings: file.settings.plugins })
  const plugins = refuseUnfitDefaults(found, file)
  for (const { isolation, name, source, version } of plugins.loaded) {
    yield* Effect.logInfo(`Plugin ${name} ${version} from ${source.given}, ${threadOf[isolation]}`)
  }
  for (const { problem } of plugins.refused) yield* Effect.logError(`Goes on without the ${problem.message}`)
  const defaults = tolerances(detection.tolerance)
  const parts = yield* Effect.fromResult(configureParts(plugins, file, defaults))
  const hosted = yield* Effect.fromResult(hostedParts(parts, feed.name))
  const plan = yield* Effect.fromResult(
    makePipelinePlan(parts.detectors, {
      interval: detection.candles.interval,
      lookback: detection.lookback,
      minimumConfidence: detection.minimumConfidence,
      cooldownMillis: Duration.toMillis(detection.cooldown),
      calendar: detection.calendar,
      meter: { now: () => performance.now(), budgetMillis: Duration.toMillis(detection.detectorBudget) },
      ...pipelineParts(parts)
    })
  )
  for (const { intervals = [], name } of idleDetectors(plan)) {
    yield* Effect.logWarning(
      `The detector ${name} looks at candles of ${intervals.join(", ")}, not of ${plan.interval}, and will find nothing`
    )
  }
  const isolated = isolatedPlans(plugins, file, detection, defaults)
  const inlineCode = plugins.loaded.flatMap(({ folder, isolation, manifest, name, source }) => {
    const path = manifest === undefined && source._tag === "Path" ? source.path : folder
    return isolation === "inline" && path !== undefined ? [{ name, path }] : []
  })
  return { plan, hosted, isolated, inlineCode, reports: reportsOf(plugins) } satisfies ServicePlan
})

const threadOf = { inline: "in the service's own thread", worker: "in a worker" } as const

/** What `PATTERN_TOLERANCE` means where the settings file says nothing: the classic detectors that compare prices. */
const tolerances = (tolerance: number): DefaultParams => ({
  classic: {
    "flat-top-breakout": { tolerance },
    "double-top": { tolerance },
    "double-bottom": { tolerance }
  }
})

import type { Interval } from "@mjolnir/core"
import { calendars } from "@mjolnir/core/calendar"
import { idleDetectors, makePipelinePlan, type PipelinePlan } from "@mjolnir/core/pipeline"
import { Effect, Option } from "effect"

import { settingsFileAt } from "../config/SettingsFile.ts"
import { configureParts } from "../plugins/configureParts.ts"
import { defaultPlugin } from "../plugins/defaultPlugin.ts"
import { loadInline } from "../plugins/loadInline.ts"
import { pipelineParts } from "../plugins/pipelineParts.ts"

/** What the flags of `detect` and `replay` say of the pipeline. */
export interface PipelineChoice {
  /** Names and paths of plugins, none for the default. */
  readonly plugin: ReadonlyArray<string>
  /** Path of a settings file. */
  readonly settings: Option.Option<string>
  readonly lookback: number
  readonly minConfidence: number
  /** Milliseconds of candle time. */
  readonly cooldown: number
  /** Detections carry annotations and rule scores. */
  readonly details: boolean
  readonly interval: Interval
  readonly calendar: keyof typeof calendars
}

/**
 * The plan of the chosen pipeline; fails with the first plugin that cannot be loaded. Everything runs in this thread,
 * for whoever runs a command over data at rest can stop it.
 */
export const offlinePlan = Effect.fnUntraced(function* (choice: PipelineChoice) {
  const file = yield* settingsFileAt(Option.getOrUndefined(choice.settings))
  const names = choice.plugin.length === 0 ? [defaultPlugin] : choice.plugin
  const plugins = yield* loadInline(names, { settings: file.settings.plugins })
  const parts = yield* Effect.fromResult(configureParts(plugins, file))
  return yield* Effect.fromResult(
    makePipelinePlan(parts.detectors, {
      interval: choice.interval,
      annotates: choice.details,
      explains: choice.details ? "matches" : "nothing",
      calendar: calendars[choice.calendar],
      lookback: choice.lookback,
      minimumConfidence: choice.minConfidence,
      cooldownMillis: choice.cooldown,
      ...pipelineParts(parts)
    })
  )
})

/** Says which detectors can find nothing because the candles are longer than those they look at. */
export const idlenessNotes = (plan: PipelinePlan): ReadonlyArray<string> =>
  idleDetectors(plan).map(
    ({ intervals = [], name }) =>
      `--interval ${plan.interval}: ${name} looks at candles of ${intervals.join(", ")} and will find nothing`
  )

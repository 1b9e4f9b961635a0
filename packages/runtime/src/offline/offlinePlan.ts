import type { Interval } from "@mjolnir/core"
import { makePipelinePlan, type PipelinePlan } from "@mjolnir/core/pipeline"
import { builtInPlugins } from "@mjolnir/plugins"
import { Effect, Schema } from "effect"

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

/** A plugin is named that is not there. */
export class UnknownPlugin extends Schema.TaggedError<UnknownPlugin>()("UnknownPlugin", {
  name: Schema.String,
  known: Schema.Array(Schema.String)
}) {
  override get message() {
    return `--plugin ${this.name}: there is no such plugin; expected one of ${this.known.join(", ")}`
  }
}

/** The plan of the chosen pipeline. */
export const offlinePlan = Effect.fnUntraced(function* (choice: PipelineChoice) {
  const names = new Set(choice.plugin.length === 0 ? [defaultPlugin] : choice.plugin)
  const plugins = yield* Effect.forEach(names, findPlugin)
  return yield* Effect.fromResult(
    makePipelinePlan(
      plugins.flatMap(({ detectors }) => detectors),
      {
        interval: choice.interval,
        lookback: choice.lookback,
        minimumConfidence: choice.minConfidence,
        cooldownMillis: choice.cooldown
      }
    )
  )
})

/** Says which detectors can find nothing because they need more candles than are kept. */
export const starvedDetectors = ({ detectors, lookback }: PipelinePlan): ReadonlyArray<string> =>
  detectors
    .filter(({ warmUp }) => warmUp > lookback)
    .map(({ name, warmUp }) => `--lookback ${lookback}: ${name} needs ${warmUp} candles and will find nothing`)

const findPlugin = (name: string) => {
  const plugin = builtInPlugins.find((candidate) => candidate.name === name)
  return plugin === undefined
    ? Effect.fail(new UnknownPlugin({ name, known: builtInPlugins.map(({ name }) => name) }))
    : Effect.succeed(plugin)
}

const defaultPlugin = "classic"

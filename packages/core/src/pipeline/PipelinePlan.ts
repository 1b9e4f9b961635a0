import { Result } from "effect"

import { type Interval, intervalMillis } from "../domain/Interval.ts"
import { type ConfiguredDetector, type Detector, InvalidParams } from "../plugin/defineDetector.ts"
import { cooldown, type GateFactory, minimumConfidence } from "./Gate.ts"

/** What every symbol's pipeline has in common. */
export interface PipelinePlan {
  readonly interval: Interval
  readonly intervalMillis: number
  /** Candles kept per symbol: no detector sees more. */
  readonly lookback: number
  readonly detectors: ReadonlyArray<ConfiguredDetector>
  readonly gates: ReadonlyArray<GateFactory>
  /** Failures in a row after which a detector is not called any more for that symbol. */
  readonly quarantineAfter: number
}

/** The settings of a pipeline, each with a default. */
export interface PipelineSettings {
  readonly interval?: Interval
  readonly lookback?: number
  /** 0…1. */
  readonly minimumConfidence?: number
  /** Milliseconds of candle time. */
  readonly cooldownMillis?: number
  readonly quarantineAfter?: number
  /** Params by detector name. */
  readonly params?: Readonly<Record<string, unknown>>
}

/** The documented defaults. */
export const defaultPipelineSettings = {
  interval: "1m",
  lookback: 50,
  minimumConfidence: 0.65,
  cooldownMillis: 300_000,
  quarantineAfter: 3
} as const satisfies PipelineSettings

/**
 * Configures the detectors and the standard gates; fails with the first detector whose params do not fit, or with params
 * for a detector that is not there.
 */
export const makePipelinePlan = (
  detectors: ReadonlyArray<Detector>,
  settings: PipelineSettings = {}
): Result.Result<PipelinePlan, InvalidParams> => {
  const { params, ...given } = settings
  const chosen = { ...defaultPipelineSettings, ...given }
  const stray = Object.keys(params ?? {}).find((name) => !detectors.some((detector) => detector.name === name))
  if (stray !== undefined) {
    return Result.fail(new InvalidParams({ detector: stray, problem: "there are params for it, but it is not loaded" }))
  }
  return Result.map(
    Result.all(detectors.map((detector) => detector.configure(params?.[detector.name] ?? {}))),
    (configured) => ({
      interval: chosen.interval,
      intervalMillis: intervalMillis[chosen.interval],
      lookback: chosen.lookback,
      detectors: configured,
      gates: [minimumConfidence(chosen.minimumConfidence), cooldown(chosen.cooldownMillis)],
      quarantineAfter: chosen.quarantineAfter
    })
  )
}

/** The detectors that can find nothing because they need more candles than are kept. */
export const starvedDetectors = ({ detectors, lookback }: PipelinePlan): ReadonlyArray<ConfiguredDetector> =>
  detectors.filter(({ warmUp }) => warmUp > lookback)

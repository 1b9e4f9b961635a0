import { Result } from "effect"

import type { Candle } from "../domain/Candle.ts"
import type { Detection } from "../domain/Detection.ts"
import type { Match } from "../domain/Match.ts"
import { StockSymbol } from "../domain/StockSymbol.ts"
import { makePipelinePlan, type PipelineSettings } from "../pipeline/PipelinePlan.ts"
import { SymbolPipeline } from "../pipeline/SymbolPipeline.ts"
import type { ConfiguredDetector, ConfiguredOn } from "../plugin/ConfiguredDetector.ts"
import type { Detector } from "../plugin/defineDetector.ts"
import { DetectorFailed } from "./DetectorFailed.ts"

/** What a detector is run in. */
export interface DetectorHost extends Pick<
  PipelineSettings,
  "interval" | "calendar" | "lookback" | "annotates" | "explains"
> {
  /** `TEST` when left out. */
  readonly symbol?: string
}

/** What a detector found at one candle, as it said it and as the host published it. */
interface Finding {
  readonly matches: ReadonlyArray<Match>
  readonly detections: ReadonlyArray<Detection>
}

/**
 * Runs a detector of candles alone, in a pipeline that holds no detection back.
 *
 * @throws DetectorFailed at the first call that a host would take for a failure.
 */
export const runAlone = (
  detector: Detector,
  candles: ReadonlyArray<Candle>,
  settings: unknown,
  { symbol = "TEST", ...host }: DetectorHost
): ReadonlyArray<Finding> => {
  if (detector.on === "tick") {
    throw new TypeError(`${detector.name} looks at ticks, and closed candles have none to show`)
  }
  const found: Array<Match> = []
  const watched: Detector = {
    ...detector,
    configure: () => Result.map(detector.configure(settings), (configured) => watchedBy(found, configured))
  }
  const plan = Result.getOrThrow(makePipelinePlan([watched], { ...host, minimumConfidence: 0, cooldownMillis: 0 }))
  const pipeline = new SymbolPipeline(StockSymbol.make(symbol), plan)
  return candles.map((candle) => {
    const { decisions, faults } = pipeline.onCandle(candle)
    const [fault] = faults
    if (fault !== undefined) {
      throw new DetectorFailed({ detector: fault.part, time: candle.time, problem: fault.problem })
    }
    return { matches: found.splice(0), detections: decisions.map(({ detection }) => detection) }
  })
}

/** The detector, telling everything that it finds. */
const watchedBy = (found: Array<Match>, configured: ConfiguredDetector): ConfiguredDetector => {
  if (configured.on === "tick") return configured
  const watched: ConfiguredOn<"candle"> = {
    ...configured,
    start: () => {
      const running = configured.start()
      return {
        ...running,
        detect: (window, context) => {
          const matches = running.detect(window, context)
          if (Array.isArray(matches)) found.push(...matches)
          return matches
        }
      }
    }
  }
  return watched
}

import { type Candle, type Detector, type Interval, StockSymbol } from "@mjolnir/core"
import { makePipelinePlan, SymbolPipeline } from "@mjolnir/core/pipeline"
import { Result } from "effect"

/** How often each detector finds each of its patterns: `detector` → `pattern` → times. */
export type DetectionCounts = ReadonlyMap<string, ReadonlyMap<string, number>>

/** One stretch of candles of one symbol, in order of time. */
export interface Stretch {
  readonly interval: Interval
  readonly candles: ReadonlyArray<Candle>
}

/** Counts everything that the detectors find in the stretches, each begun anew; no gate holds anything back. */
export const countDetections = (
  detectors: ReadonlyArray<Detector>,
  stretches: ReadonlyArray<Stretch>
): DetectionCounts => {
  const counts = new Map(detectors.map(({ emits, name }) => [name, new Map(emits.map((pattern) => [pattern, 0]))]))
  for (const { candles, interval } of stretches) {
    const plan = makePipelinePlan(detectors, { interval, minimumConfidence: 0, cooldownMillis: 0 })
    const pipeline = new SymbolPipeline(symbol, Result.getOrThrow(plan))
    for (const candle of candles) {
      const { decisions, faults } = pipeline.onCandle(candle)
      const [fault] = faults
      if (fault !== undefined) throw new Error(`${fault.part}: ${fault.problem}`)
      for (const { detection } of decisions) {
        const ofDetector = counts.get(detection.detector.slice(0, detection.detector.lastIndexOf("@")))
        ofDetector?.set(detection.pattern, (ofDetector.get(detection.pattern) ?? 0) + 1)
      }
    }
  }
  return counts
}

const symbol = StockSymbol.make("LOOP")

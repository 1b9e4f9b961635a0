import type { ProvisionalMatch } from "../../domain/Match.ts"
import type { Detector } from "../../plugin/defineDetector.ts"
import type { MarketStep } from "../ticks/MarketStep.ts"
import { runAlone } from "./runAlone.ts"
import type { DetectorOptions } from "./RunOptions.ts"
import { UnsuitedPart } from "./UnsuitedPart.ts"
import { WatchedDetector } from "./WatchedDetector.ts"

/**
 * What a detector of ticks finds at each step, run alone as a host runs it; nothing at candles that have closed. A
 * match that it finds again at the next tick is told again here: of its detections a host makes one for each forming
 * candle, as `detectionsOf` shows.
 *
 * @throws InvalidParams when the settings do not fit.
 * @throws UnsuitedPart when it looks at closed candles.
 * @throws PartFailed at the first call that throws or returns what a host does not take.
 *
 * @example
 * const steps = [...flatCandles([10, 10]), ...formingCandles([10, 10.2], { from: "09:32" })]
 * const atEach = provisionalMatchesOf(liveBreakout, steps)
 * assert.deepStrictEqual(atEach.map((matches) => matches.length), [0, 0, 0, 1])
 */
export const provisionalMatchesOf = (
  detector: Detector,
  steps: ReadonlyArray<MarketStep>,
  options: DetectorOptions = {}
): ReadonlyArray<ReadonlyArray<ProvisionalMatch>> => {
  if (detector.on !== "tick") {
    throw new UnsuitedPart({
      part: `detector ${detector.name}`,
      problem: "looks at closed candles",
      remedy: 'use matchesOf, or declare on: "tick"'
    })
  }
  const watched = new WatchedDetector(detector)
  return runAlone(watched.detector, steps, options, () => watched.takeProvisional())
}

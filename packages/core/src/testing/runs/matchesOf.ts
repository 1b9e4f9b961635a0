import type { Candle } from "../../domain/Candle.ts"
import type { Match } from "../../domain/Match.ts"
import type { Detector } from "../../plugin/defineDetector.ts"
import { runAlone } from "./runAlone.ts"
import type { DetectorOptions } from "./RunOptions.ts"
import { UnsuitedPart } from "./UnsuitedPart.ts"
import { WatchedDetector } from "./WatchedDetector.ts"

/**
 * What a detector finds at each of the candles, run alone as a host runs it: with its history and warm-up, features,
 * filters and higher intervals. What it finds at a higher interval is told at the candle that completes it.
 *
 * @throws InvalidParams when the settings do not fit.
 * @throws UnsuitedPart when it looks at ticks.
 * @throws PartFailed at the first call that throws or returns what a host does not take.
 *
 * @example
 * const atEach = matchesOf(threeUp, flatCandles([10, 11, 12, 11]), { settings: { minimumGain: 0.05 } })
 * assert.deepStrictEqual(atEach.map((matches) => matches.length), [0, 0, 1, 0])
 */
export const matchesOf = (
  detector: Detector,
  candles: ReadonlyArray<Candle>,
  options: DetectorOptions = {}
): ReadonlyArray<ReadonlyArray<Match>> => {
  if (detector.on === "tick") {
    throw new UnsuitedPart({
      part: `detector ${detector.name}`,
      problem: "looks at ticks, and closed candles have none to show",
      remedy: "use provisionalMatchesOf with formingCandles or marketSteps"
    })
  }
  const watched = new WatchedDetector(detector)
  return runAlone(watched.detector, candles, options, () => watched.takeMatches())
}

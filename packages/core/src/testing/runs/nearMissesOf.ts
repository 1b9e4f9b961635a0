import type { Candle } from "../../domain/Candle.ts"
import type { NearMiss } from "../../domain/RuleScore.ts"
import type { Detector } from "../../plugin/defineDetector.ts"
import { runAlone } from "./runAlone.ts"
import type { DetectorOptions } from "./RunOptions.ts"
import { UnsuitedPart } from "./UnsuitedPart.ts"

/**
 * The patterns that each of the candles nearly completes, as a detector tells them to a host that asks; it is run as in
 * `matchesOf`.
 *
 * @throws InvalidParams when the settings do not fit.
 * @throws UnsuitedPart when it tells no near misses.
 * @throws PartFailed at the first call that throws or returns what a host does not take.
 *
 * @example
 * const atEach = nearMissesOf(hammer, candlesWithShortShadow)
 * assert.deepStrictEqual(atEach.flat().map(({ broken }) => broken), [["lower shadow"]])
 */
export const nearMissesOf = (
  detector: Detector,
  candles: ReadonlyArray<Candle>,
  options: Omit<DetectorOptions, "explains"> = {}
): ReadonlyArray<ReadonlyArray<NearMiss>> => {
  if (!detector.can.tellNearMisses || detector.on === "tick") {
    throw new UnsuitedPart({
      part: `detector ${detector.name}`,
      problem: "tells no near misses",
      remedy: "define nearMisses, on a detector of closed candles"
    })
  }
  return runAlone(detector, candles, { ...options, explains: "near_misses" }, ({ nearMisses }) =>
    nearMisses.map(({ nearMiss }) => nearMiss)
  )
}

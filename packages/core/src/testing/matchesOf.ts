import type { Candle } from "../domain/Candle.ts"
import type { Match } from "../domain/Match.ts"
import type { Detector } from "../plugin/defineDetector.ts"
import { type DetectorHost, runAlone } from "./runAlone.ts"

/**
 * What a detector finds at each of the candles, run alone as a host runs it: with its history and warm-up, features,
 * filters and higher intervals. `settings` are those of a settings file. What it finds at a higher interval is told at
 * the candle that completes it.
 *
 * @throws DetectorFailed at the first call that throws or returns what a host does not take.
 *
 * @example
 * const atEach = matchesOf(threeUp, flatCandles([10, 11, 12, 11]), { minimumGain: 0.05 })
 * assert.deepStrictEqual(atEach.map((matches) => matches.length), [0, 0, 1, 0])
 */
export const matchesOf = (
  detector: Detector,
  candles: ReadonlyArray<Candle>,
  settings: unknown = {},
  host: DetectorHost = {}
): ReadonlyArray<ReadonlyArray<Match>> => runAlone(detector, candles, settings, host).map(({ matches }) => matches)

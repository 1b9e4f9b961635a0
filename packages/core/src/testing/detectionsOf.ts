import type { Candle } from "../domain/Candle.ts"
import type { Detection } from "../domain/Detection.ts"
import type { Detector } from "../plugin/defineDetector.ts"
import { type DetectorHost, runAlone } from "./runAlone.ts"

/**
 * Every detection that comes of what a detector finds in the candles, run as in `matchesOf` and with no gate to hold one
 * back; with annotations and rule scores when `host` asks for them. This is what a golden file of a detector holds.
 *
 * @throws DetectorFailed at the first call that throws or returns what a host does not take.
 *
 * @example
 * expectGolden(file, detectionsOf(threeUp, scenarios.trendUp.make(1), {}, { annotates: true }))
 */
export const detectionsOf = (
  detector: Detector,
  candles: ReadonlyArray<Candle>,
  settings: unknown = {},
  host: DetectorHost = {}
): ReadonlyArray<Detection> => runAlone(detector, candles, settings, host).flatMap(({ detections }) => detections)

import type { Detection } from "../../domain/Detection.ts"
import type { Detector } from "../../plugin/defineDetector.ts"
import { isForming, type MarketStep } from "../ticks/MarketStep.ts"
import { runAlone } from "./runAlone.ts"
import type { DetectorOptions } from "./RunOptions.ts"
import { UnsuitedPart } from "./UnsuitedPart.ts"

/**
 * Every detection that comes of what a detector finds, run as in `matchesOf` and with no gate to hold one back; with
 * annotations and rule scores when the options ask for them. A detector of ticks needs forming candles among its steps.
 * This is what a golden file of a detector holds.
 *
 * @throws InvalidParams when the settings do not fit.
 * @throws UnsuitedPart when it looks at ticks and no step has any to show.
 * @throws PartFailed at the first call that throws or returns what a host does not take.
 *
 * @example
 * expectGolden(file, detectionsOf(threeUp, scenarios.trendUp.make(1), { annotates: true }))
 */
export const detectionsOf = (
  detector: Detector,
  steps: ReadonlyArray<MarketStep>,
  options: DetectorOptions = {}
): ReadonlyArray<Detection> => {
  if (detector.on === "tick" && steps.length > 0 && !steps.some(isForming)) {
    throw new UnsuitedPart({
      part: `detector ${detector.name}`,
      problem: "looks at ticks, and closed candles have none to show",
      remedy: "add steps from formingCandles or marketSteps"
    })
  }
  return runAlone(detector, steps, options, ({ decisions }) => decisions.map(({ detection }) => detection)).flat()
}

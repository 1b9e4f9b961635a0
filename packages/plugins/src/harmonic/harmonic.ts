import { type CandleWindow, defineDetector, type Match, noMatch } from "@mjolnir/core"
import type { ZigZagReading } from "@mjolnir/core/toolbox"
import { Struct } from "effect"

import { pivotsOf } from "../pivots/pivotParams.ts"
import { shortestPattern } from "../pivots/shortestPattern.ts"
import { annotateHarmonic } from "./annotateHarmonic.ts"
import { harmonicMatch } from "./harmonicMatch.ts"
import { HarmonicParams, type HarmonicSettings } from "./harmonicParams.ts"
import { type HarmonicSetup, totalError } from "./HarmonicSetup.ts"
import { patternDescriptions } from "./patternDescriptions.ts"
import { type HarmonicPattern, ratioTable } from "./ratioTable.ts"
import { scoreLegs } from "./scoreLegs.ts"
import { setupOfMatch } from "./setupOfMatch.ts"
import { setupsAtPivots } from "./setupsAtPivots.ts"

/**
 * Harmonic patterns: pivots whose legs stand in the ratios of the table, each of them within its tolerance.
 *
 * A pattern is told twice. It is potential, and provisional, at the candle that first brings the price into the zone
 * where D is expected: for each pattern that its pivots up to C fit, once. It is confirmed at the candle that confirms D as
 * a pivot in that zone: for the same pivots once, as the pattern of the least total error, the first in the table of
 * equal ones. The candle that confirms C counts as the first that can bring the price into the zone; a candle that goes
 * right through the zone does not.
 */
export const harmonic = defineDetector({
  name: "harmonic",
  version: "1.0.0",
  summary: "Pivots whose legs stand in harmonic ratios, such as a Gartley or a bat",
  emits: Struct.keys(ratioTable),
  patterns: patternDescriptions,
  params: HarmonicParams,
  history: ({ within }) => within + 1,
  warmUp: shortestPattern,
  priceScale: "relative",
  features: (params) => ({ pivots: pivotsOf(params) }),
  detect: (window, _state, params, { features: { pivots } }) => {
    const newest = pivots.pivot(0)
    if (newest === undefined) return noMatch
    const confirmed = newest.age === newest.confirmedAfter ? confirmedBy(pivots, window, params) : undefined
    const potential = pivots.unconfirmed?.age === 0 ? enteredBy(pivots, window, params) : noMatch
    return confirmed === undefined ? potential : [confirmed, ...potential]
  },
  annotate: annotateHarmonic,
  explain: (match, window, params) => {
    const setup = setupOfMatch(match, window, params)
    return setup === undefined
      ? []
      : scoreLegs(setup, match.price, match.provisional ? "potential" : "confirmed", params)
  }
})

/** The pattern of the least error that the newest pivot completes as its D. */
const confirmedBy = (
  pivots: ZigZagReading,
  window: CandleWindow,
  settings: HarmonicSettings
): Match<HarmonicPattern> | undefined => {
  const d = pivots.pivot(0)?.price ?? Number.NaN
  const setups = setupsAtPivots(d, pivots, 1, window, settings)
  if (setups === undefined) return undefined
  let best: HarmonicSetup | undefined
  for (const setup of setups) if (best === undefined || totalError(setup, d) < totalError(best, d)) best = setup
  return best && harmonicMatch(best, d, "confirmed", pivots, settings)
}

/** The patterns into whose zone of D the newest candle, the furthest since C, is the first to bring the price. */
const enteredBy = (
  pivots: ZigZagReading,
  window: CandleWindow,
  settings: HarmonicSettings
): ReadonlyArray<Match<HarmonicPattern>> => {
  const d = pivots.unconfirmed?.price ?? Number.NaN
  const setups = setupsAtPivots(d, pivots, 0, window, settings)
  if (setups === undefined) return noMatch
  const before = furthestBefore(pivots, window)
  return setups
    .filter(({ zone }) => !(before >= zone.low && before <= zone.high))
    .map((setup) => harmonicMatch(setup, d, "potential", pivots, settings))
}

/** How far price had come since C was confirmed, the newest candle left out; nowhere when that candle confirms C. */
const furthestBefore = (pivots: ZigZagReading, window: CandleWindow): number => {
  const c = pivots.pivot(0)
  const isFalling = c?.kind === "high"
  let furthest = isFalling ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY
  const confirmedAt = (c?.age ?? 0) - (c?.confirmedAfter ?? 0)
  for (let age = confirmedAt; age > 0; age--) {
    furthest = isFalling ? Math.min(furthest, window.low(age)) : Math.max(furthest, window.high(age))
  }
  return furthest
}

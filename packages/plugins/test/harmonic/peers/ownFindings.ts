import type { Candle } from "@mjolnir/core"
import { matchesOf } from "@mjolnir/core/testing"

import { harmonic } from "../../../src/harmonic/harmonic.ts"
import type { Turn } from "../../pivots/Turn.ts"
import { readAsMinutes } from "../../recorded/marketSeries.ts"
import { pivotsIn } from "../everyHarmonic.ts"

/** A recorded series, and what the detector sees in it with its default params. */
export interface OwnFindings {
  readonly candles: ReadonlyArray<Candle>
  readonly pivots: ReadonlyArray<Turn>
  /** Its potential patterns: like the other program's, told before D is a pivot. */
  readonly potential: ReadonlyArray<OwnFinding>
  /** The same with legs of any length. */
  readonly potentialOfAnyLegs: ReadonlyArray<OwnFinding>
}

/** A potential pattern, its pivots up to C by index of their candles, and the index and price of D when it was told. */
export interface OwnFinding {
  readonly pattern: string
  readonly pivots: ReadonlyArray<number>
  readonly d: number
  readonly price: number
}

/** What the detector finds in a series, which is looked at once however often it is asked for. */
export const ownFindings = (series: string): OwnFindings => {
  const known = found.get(series)
  if (known !== undefined) return known
  const candles = readAsMinutes(series)
  const own = {
    candles,
    pivots: pivotsIn(candles),
    potential: potentialIn(candles, {}),
    potentialOfAnyLegs: potentialIn(candles, { minimumLeg: 0 })
  }
  found.set(series, own)
  return own
}

const potentialIn = (candles: ReadonlyArray<Candle>, settings: object): ReadonlyArray<OwnFinding> =>
  matchesOf(harmonic, candles, { settings }).flatMap((matches, d) =>
    matches
      .filter(({ provisional }) => provisional === true)
      .map(({ anchors, pattern, price }) => ({ pattern, pivots: anchors.map((age) => d - age), d, price }))
  )

const found = new Map<string, OwnFindings>()

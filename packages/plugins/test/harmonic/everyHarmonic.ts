import type { Candle } from "@mjolnir/core"

import type { HarmonicPoints } from "../../src/harmonic/HarmonicPoints.ts"
import { type HarmonicRow, harmonicRows } from "../../src/harmonic/harmonicRows.ts"
import type { Turn } from "../pivots/Turn.ts"
import { errorsOf, fits } from "./fits.ts"

/** A pattern as the rules define it, its pivots by index of their candles. */
export interface Finding {
  readonly at: number
  readonly pattern: string
  readonly stage: "potential" | "confirmed"
  readonly pivots: ReadonlyArray<number>
}

/** What is looked for; pivots are those of a reversal of 2 average true ranges of 30 candles. */
export interface Rules {
  readonly tolerance: number
  readonly minimumLeg: number
  readonly within: number
}

/** Everything that is to be found, in the order in which it is: the rules written down without any haste. */
export const everyHarmonic = (candles: ReadonlyArray<Candle>, rules: Rules): ReadonlyArray<Finding> => {
  const pivots = pivotsIn(candles)
  return candles.flatMap((candle, at) => {
    if (at < firstRead) return []
    const known = pivots.filter(({ confirmedAt, index }) => confirmedAt <= at && at - index <= rules.within)
    const c = known.at(-1)
    if (c === undefined) return []
    const confirmed = c.confirmedAt === at ? bestOf(candles, known.slice(0, -1), c, rules) : []
    const reach = (each: Candle): number => (c.isHigh ? each.low : each.high)
    const earlier = candles.slice(c.confirmedAt, at).map(reach)
    const before = c.isHigh ? Math.min(...earlier) : Math.max(...earlier)
    const d = reach(candle)
    const isFurther = c.isHigh ? d < before : d > before
    const potential = rowsAt(candles, known, rules).filter(
      ({ points, row }) =>
        isFurther && fits(row, points, d, rules.tolerance) && !fits(row, points, before, rules.tolerance)
    )
    return [
      ...confirmed.map(({ pivots, row }): Finding => ({ at, pattern: row.pattern, stage: "confirmed", pivots })),
      ...potential.map(({ pivots, row }): Finding => ({ at, pattern: row.pattern, stage: "potential", pivots }))
    ]
  })
}

/** The candle from which on detectors may read pivots: that after the first average of 30 true ranges. */
const firstRead = 31

/** A row of the table on the newest pivots as its pivots up to C. */
interface Setup {
  readonly row: HarmonicRow
  readonly points: HarmonicPoints
  readonly pivots: ReadonlyArray<number>
}

const rowsAt = (candles: ReadonlyArray<Candle>, known: ReadonlyArray<Turn>, rules: Rules): ReadonlyArray<Setup> =>
  Object.values(harmonicRows).flatMap((row) => {
    const turns = known.slice(1 - row.labels.length)
    if (turns.length < row.labels.length - 1) return []
    const [w, x, a, b, c] = [5, 4, 3, 2, 1].map((newer) => known.at(-newer)?.price ?? Number.NaN)
    if (w === undefined || x === undefined || a === undefined || b === undefined || c === undefined) return []
    const legs = turns.slice(1).map(({ price }, index) => Math.abs(price - (turns[index]?.price ?? 0)))
    const [first = 0, last = 0] = [turns[0]?.index, turns.at(-1)?.index]
    const ranges = candles.slice(first + 1, last + 1).map((_, index) => trueRange(candles, first + 1 + index))
    const average = ranges.reduce((sum, each) => sum + each, 0) / ranges.length
    return Math.min(...legs) >= rules.minimumLeg * average
      ? [{ row, points: { w, x, a, b, c }, pivots: turns.map(({ index }) => index) }]
      : []
  })

/** The pattern of the least error that the pivot D completes, if there is one. */
const bestOf = (
  candles: ReadonlyArray<Candle>,
  known: ReadonlyArray<Turn>,
  d: Turn,
  rules: Rules
): ReadonlyArray<Setup> =>
  rowsAt(candles, known, rules)
    .filter(({ points, row }) => fits(row, points, d.price, rules.tolerance))
    .toSorted((one, other) => errorOf(one, d.price) - errorOf(other, d.price))
    .slice(0, 1)
    .map(({ pivots, points, row }) => ({ row, points, pivots: [...pivots, d.index] }))

const errorOf = ({ points, row }: Setup, d: number): number =>
  Object.values(errorsOf(row, points, d)).reduce((sum, error) => sum + error, 0)

/** The pivots of a zig-zag that turns when the close comes back by 2 average true ranges, in order of confirmation. */
export const pivotsIn = (candles: ReadonlyArray<Candle>): ReadonlyArray<Turn> => {
  const turns: Array<Turn> = []
  let isRising = true
  let extreme = 0
  const priceAt = (index: number): number => (isRising ? candles[index]?.high : candles[index]?.low) ?? Number.NaN
  for (const [at, { close }] of candles.entries()) {
    if (at > 0 && (isRising ? priceAt(at) > priceAt(extreme) : priceAt(at) < priceAt(extreme))) extreme = at
    const back = isRising ? priceAt(extreme) - close : close - priceAt(extreme)
    if (extreme === at || !(back > 2 * averageAt(candles, at))) continue
    turns.push({ index: extreme, price: priceAt(extreme), isHigh: isRising, confirmedAt: at })
    isRising = !isRising
    extreme = at
  }
  return turns
}

/** Mean of the newest 30 true ranges; NaN while there are fewer. */
const averageAt = (candles: ReadonlyArray<Candle>, at: number): number =>
  at < 30
    ? Number.NaN
    : Array.from({ length: 30 }, (_, age) => trueRange(candles, at - age)).reduce((sum, each) => sum + each, 0) / 30

const trueRange = (candles: ReadonlyArray<Candle>, at: number): number => {
  const before = candles[at - 1]?.close ?? Number.NaN
  return Math.max(candles[at]?.high ?? before, before) - Math.min(candles[at]?.low ?? before, before)
}

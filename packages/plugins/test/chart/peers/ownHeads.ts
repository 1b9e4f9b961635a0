import { Schema } from "effect"

import { isEven } from "../../../src/chart/conditions/isEven.ts"
import { type HeadParams, headParams } from "../../../src/chart/heads/headParams.ts"
import type { Turn } from "../../pivots/Turn.ts"
import type { TheirHead } from "./neurotraderHeads.ts"
import type { OwnShapes } from "./ownShapes.ts"
import { candlesFrom, type Side, turnsFrom } from "./Side.ts"

/** A rule of this detector that a head and shoulders does not keep. */
type OwnHeadRule =
  | "headLow"
  | "shouldersUneven"
  | "armpitsUneven"
  | "flat"
  | "lopsided"
  | "shoulderBelow"
  | "neverBroken"

/** Five turns of this detector where another program has a head and shoulders, or why there are none. */
export const ownTurnsAt = (
  { at, points, side }: TheirHead,
  shapes: OwnShapes
): FiveTurns | "smallSwing" | "moreTurns" | "unexplained" => {
  const turns = turnsFrom(side, shapes.turns)
  const [leftPoint = 0, , headPoint = 0] = points
  const places = points.map((point, place) => {
    // The swing into the pattern may begin as far before it as the head is after its first turn.
    const [from, to] = [points[place - 1] ?? 2 * leftPoint - headPoint, points[place + 1] ?? at + 1]
    const candidates = turns.filter(({ index, isHigh }) => isHigh === (place % 2 === 0) && index > from && index < to)
    return candidates.toSorted((one, other) => Math.abs(one.index - point) - Math.abs(other.index - point))[0]
  })
  const [first, last] = [places[0], places.at(-1)]
  if (first === undefined || last === undefined || places.includes(undefined)) {
    return shortestSwing(points, at, side, shapes) < 2 ? "smallSwing" : "unexplained"
  }
  const five = turns.slice(turns.indexOf(first), turns.indexOf(last) + 1)
  const [leftShoulder, leftArmpit, head, rightArmpit, rightShoulder] = five
  if (five.length > 5 || !leftShoulder || !leftArmpit || !head || !rightArmpit || !rightShoulder) return "moreTurns"
  return { leftShoulder, leftArmpit, head, rightArmpit, rightShoulder }
}

/** The least that a close comes back from one of these turns before the next one, in average true ranges. */
const shortestSwing = (points: ReadonlyArray<number>, at: number, side: Side, shapes: OwnShapes): number => {
  const candles = candlesFrom(side, shapes.candles)
  const swings = points.map((point, place) => {
    const end = points[place + 1] ?? at
    const way = candles.slice(point, end + 1)
    const closes = way.map(({ close }) => close)
    const back =
      place % 2 === 0
        ? Math.max(...way.map(({ high }) => high)) - Math.min(...closes)
        : Math.max(...closes) - Math.min(...way.map(({ low }) => low))
    return back / (shapes.ranges[end] ?? Number.NaN)
  })
  return Math.min(...swings)
}

/** The turns of a head and shoulders. */
interface FiveTurns {
  readonly leftShoulder: Turn
  readonly leftArmpit: Turn
  readonly head: Turn
  readonly rightArmpit: Turn
  readonly rightShoulder: Turn
}

/** The first rule of this detector that five turns do not keep; undefined when they keep all. */
export const brokenOwnRule = (
  five: FiveTurns,
  side: Side,
  shapes: OwnShapes,
  reported: "breakout" | "completion"
): OwnHeadRule | undefined => {
  const { head, leftArmpit, leftShoulder, rightArmpit, rightShoulder } = five
  const candles = candlesFrom(side, shapes.candles)
  const slope = (rightArmpit.price - leftArmpit.price) / (rightArmpit.index - leftArmpit.index)
  const neckline = (index: number): number => leftArmpit.price + slope * (index - leftArmpit.index)
  const next =
    shapes.turns.find(({ confirmedAt }) => confirmedAt > rightShoulder.confirmedAt)?.confirmedAt ?? candles.length
  const life = candles.slice(rightShoulder.confirmedAt, next)
  const broken =
    reported === "completion"
      ? 0
      : life.findIndex(({ close }, later) => close < neckline(rightShoulder.confirmedAt + later))
  const atr = shapes.ranges[rightShoulder.confirmedAt + Math.max(0, broken)] ?? Number.NaN
  const [left, right] = [head.index - leftShoulder.index, rightShoulder.index - head.index]
  if (head.price - Math.max(leftShoulder.price, rightShoulder.price) < settings.minimumHead * atr) return "headLow"
  if (!isEven(leftShoulder.price, rightShoulder.price, settings, atr)) return "shouldersUneven"
  if (!isEven(leftArmpit.price, rightArmpit.price, settings, atr)) return "armpitsUneven"
  if (head.price - neckline(head.index) < settings.minimumHeight * atr) return "flat"
  if (Math.max(left, right) > settings.asymmetry * Math.min(left, right)) return "lopsided"
  if ([leftShoulder, rightShoulder].some(({ index, price }) => price <= neckline(index))) return "shoulderBelow"
  return broken < 0 ? "neverBroken" : undefined
}

const settings: HeadParams = Schema.decodeSync(headParams)({})

import { isDue } from "../conditions/isDue.ts"
import type { ChartShape } from "../frame/ChartShape.ts"
import type { ChartView } from "../frame/ChartView.ts"
import { firstTurn, lastTurn, type LinePair, type LineRule } from "./LinePair.ts"
import type { LineParams } from "./lineParams.ts"
import { type Course, type LinePattern, type LineShape, lineShapeOf, usualWay } from "./lineShapes.ts"
import type { TurnLine } from "./TurnLine.ts"

/**
 * Two lines through the five newest turns, of which the newest candle breaks the upper one: the lower one is that of the
 * market upside down. It fits these lines anew for each candle.
 */
export const findLines =
  (lines: LinePair) =>
  (view: ChartView, params: LineParams): ChartShape<LinePattern, LineRule> | undefined => {
    if (!(isWorthALook(view, params) && view.turns > firstTurn)) return undefined
    lines.fitUpper(view)
    const { lower, upper } = lines
    if (!isDue(view, params.reported, 1, upper.price, upper.slope)) return undefined
    lines.fitLower(view)
    const near = params.toleranceAtr * view.atr
    if (!(upper.furthest <= near && lower.furthest <= near)) return undefined
    const shape = lineShapeAt(view, lines, params)
    if (shape === undefined) return undefined
    const isLeft = params.reported === "breakout"
    const goesUp = isLeft ? mayGoUp(view, shape) : usualWay(shape.usual, view.side, lines.came(view)) === 1
    return goesUp && isKept(view, lines, near, isLeft ? 1 : 0) ? lines.shape(view, shape, 1) : undefined
  }

/** False for most candles: none breaks a line upwards that closes lower than the one before. */
const isWorthALook = (view: ChartView, { reported }: LineParams): boolean =>
  reported === "completion" ? view.knownAge === 0 : view.close(0) > view.close(1)

/** What the lines make together, if the distance between them is as that wants it. */
const lineShapeAt = (view: ChartView, lines: LinePair, params: LineParams): LineShape<LinePattern> | undefined => {
  const { lower, upper } = lines
  const before = lines.distanceAt(view, firstTurn)
  const after = lines.distanceAt(view, lastTurn)
  const narrow = Math.min(before, after)
  if (!(narrow > 0 && lines.height(view) >= params.minimumHeight * view.atr)) return undefined
  const upperCourse = courseOf(view, upper, params)
  const lowerCourse = courseOf(view, lower, params)
  if (upperCourse === undefined || lowerCourse === undefined) return undefined
  const shape = lineShapeOf(upperCourse, lowerCourse, view.side)
  const isClose = narrow <= params.convergence * Math.max(before, after)
  switch (shape?.spacing) {
    case "converging":
      // The apex must be ahead.
      return isClose && after < before && upper.price > lower.price ? shape : undefined
    case "diverging":
      return isClose && before < after ? shape : undefined
    case "parallel":
      return !isClose && isLevel(upper, params) && isLevel(lower, params) ? shape : undefined
    case undefined:
      return undefined
  }
}

/** Undefined for a line that is neither flat nor steep, and for one that is steep but not from turn to turn. */
const courseOf = (view: ChartView, line: TurnLine, { flat, steep }: LineParams): Course | undefined => {
  const rise = (line.slope * (view.turnAge(firstTurn) - view.turnAge(lastTurn))) / view.atr
  if (Math.abs(rise) <= flat) return "flat"
  if (rise >= steep && line.goesOn(1)) return "rising"
  return -rise >= steep && line.goesOn(-1) ? "falling" : undefined
}

const isLevel = (line: TurnLine, { tolerance }: LineParams): boolean => line.spread <= tolerance * Math.abs(line.mean)

const mayGoUp = (view: ChartView, { breakouts }: LineShape): boolean =>
  breakouts === "either" || (breakouts === "up") === (view.side === 1)

/** True when the closes keep between the lines from the first turn to the candle of age `until`: after the last, exactly. */
const isKept = (view: ChartView, { lower, upper }: LinePair, near: number, until: number): boolean => {
  const last = view.turnAge(lastTurn)
  for (let age = view.turnAge(firstTurn); age >= until; age--) {
    const close = view.close(age)
    const allowed = age >= last ? near : 0
    if (!(close <= upper.at(age) + allowed && close >= lower.at(age) - allowed)) return false
  }
  return true
}

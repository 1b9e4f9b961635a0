import { isDue } from "../conditions/isDue.ts"
import { isEven, isWithin } from "../conditions/isEven.ts"
import type { ChartShape } from "../frame/ChartShape.ts"
import type { ChartView } from "../frame/ChartView.ts"
import type { ExtremesParams } from "./extremesParams.ts"

type ExtremesPattern = "DOUBLE_TOP" | "DOUBLE_BOTTOM" | "TRIPLE_TOP" | "TRIPLE_BOTTOM"
type ExtremesRule = "evenness" | "depth" | "trend" | "breakout"
type ExtremesShape = ChartShape<ExtremesPattern, ExtremesRule>

/**
 * Two or three tops at one height of which the newest pivot is the last. Lower tops may lie between them, but none that is
 * higher. Three are looked for first; where only the valley between the last two is broken, they count as two.
 */
export const findExtremes = (view: ChartView, params: ExtremesParams): ExtremesShape | undefined => {
  if (!view.isTop(0)) return undefined
  if (params.reported === "completion" ? view.knownAge !== 0 : !leavesValley(view, params)) return undefined
  const second = evenTopBefore(view, 0, params)
  if (second === undefined) return undefined
  const third = evenTopBefore(view, second, params)
  return (third === undefined ? undefined : dueShape(view, params, second, third)) ?? dueShape(view, params, second)
}

/** True when the newest close is below the last valley and deep enough below the last top: the least that a breakout asks for. */
const leavesValley = (view: ChartView, { minimumDepth }: ExtremesParams): boolean => {
  const close = view.close(0)
  return close < view.turnPrice(1) && close < view.turnPrice(0) - minimumDepth * view.atr
}

/**
 * The same among kernel extrema by the rule of Lo, Mamaysky and Wang: a maximum and the highest one after it, which is the
 * newest extremum, are within the tolerance and far enough apart.
 */
export const findExtremesByKernel = (view: ChartView, params: ExtremesParams): ExtremesShape | undefined => {
  if (view.knownAge !== 0 || !view.isTop(0)) return undefined
  const last = view.turnPrice(0)
  for (let place = 2; place < view.turns; place += 2) {
    const top = view.turnPrice(place)
    const isApart = view.turnAge(place) - view.turnAge(0) > params.spacing
    if (isApart && isWithin(top, last, params.tolerance)) return extremesShape(view, place)
    if (top > last) return undefined
  }
  return undefined
}

/**
 * The place of the nearest top before another that is even with it and parted from it by a deep valley; undefined when a
 * higher one comes first.
 */
const evenTopBefore = (view: ChartView, place: number, params: ExtremesParams): number | undefined => {
  const price = view.turnPrice(place)
  let valley = Number.POSITIVE_INFINITY
  for (let before = place + 2; before < view.turns; before += 2) {
    valley = Math.min(valley, view.turnPrice(before - 1))
    const top = view.turnPrice(before)
    if (isEven(top, price, params, view.atr)) {
      if (Math.min(top, price) - valley >= params.minimumDepth * view.atr) return before
    } else if (top > price) return undefined
  }
  return undefined
}

/** How far price rose to a top from its lowest turn since the last higher one; 0 when no turn before it is known. */
const riseInto = (view: ChartView, top: number): number => {
  const price = view.turnPrice(top)
  let lowest = price
  for (let place = top + 1; place < view.turns; place += 2) {
    lowest = Math.min(lowest, view.turnPrice(place))
    if (view.turnPrice(place + 1) > price) break
  }
  return price - lowest
}

const dueShape = (
  view: ChartView,
  params: ExtremesParams,
  second: number,
  third?: number
): ExtremesShape | undefined => {
  const first = third ?? second
  if (!isEven(view.turnPrice(first), view.turnPrice(0), params, view.atr)) return undefined
  if (!(view.turnAge(first) - view.turnAge(0) > params.spacing)) return undefined
  const neckline = necklineOf(view, second, third)
  if (!isDue(view, params.reported, -1, neckline, 0)) return undefined
  const shape = extremesShape(view, second, third)
  return shape.quality.trend >= params.minimumTrend ? shape : undefined
}

const necklineOf = (view: ChartView, second: number, third?: number): number => {
  const neckline = view.turnPrice(view.lowestBetween(0, second))
  return third === undefined ? neckline : Math.min(neckline, view.turnPrice(view.lowestBetween(second, third)))
}

const extremesShape = (view: ChartView, second: number, third?: number): ExtremesShape => {
  const names = view.side === 1 ? tops : bottoms
  const first = third ?? second
  const corners = [
    view.corner(`first ${names.extreme}`, first),
    ...(third === undefined
      ? []
      : [
          view.corner(`first ${names.between}`, view.lowestBetween(second, third)),
          view.corner(`second ${names.extreme}`, second)
        ]),
    view.corner(third === undefined ? names.between : `second ${names.between}`, view.lowestBetween(0, second)),
    view.corner(third === undefined ? `second ${names.extreme}` : `third ${names.extreme}`, 0)
  ] as const
  const extremes = [view.turnPrice(0), view.turnPrice(second), view.turnPrice(first)]
  const [highest, lowest] = [Math.max(...extremes), Math.min(...extremes)]
  const neckline = necklineOf(view, second, third)
  const height = highest - neckline
  const from = view.turnAge(first)
  return {
    pattern: third === undefined ? names.double : names.triple,
    way: -1,
    corners,
    lines: [
      { label: names.level, from: corners[0], to: { age: view.turnAge(0), price: view.turnPrice(0) } },
      { label: "neckline", from: { age: from, price: neckline }, to: { age: 0, price: neckline } }
    ],
    breakoutLevel: neckline,
    height,
    levels: { neckline },
    quality: {
      evenness: (highest - lowest) / view.atr,
      depth: (lowest - neckline) / view.atr,
      trend: riseInto(view, first) / height,
      breakout: (neckline - view.close(0)) / view.atr
    }
  }
}

const tops = {
  double: "DOUBLE_TOP",
  triple: "TRIPLE_TOP",
  extreme: "top",
  between: "valley",
  level: "resistance"
} as const
const bottoms = {
  double: "DOUBLE_BOTTOM",
  triple: "TRIPLE_BOTTOM",
  extreme: "bottom",
  between: "peak",
  level: "support"
} as const

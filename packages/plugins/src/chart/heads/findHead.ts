import { isDue } from "../conditions/isDue.ts"
import { isEven, isWithin } from "../conditions/isEven.ts"
import type { ChartShape } from "../frame/ChartShape.ts"
import type { ChartView } from "../frame/ChartView.ts"
import type { HeadParams } from "./headParams.ts"

export type HeadPattern = "HEAD_AND_SHOULDERS" | "INVERSE_HEAD_AND_SHOULDERS"
export type HeadRule = "shoulders" | "head" | "symmetry" | "neckline" | "trend" | "breakout"

/** The five newest turns: the right shoulder is the last one. */
const [rightShoulder, rightArmpit, head, leftArmpit, leftShoulder, before] = [0, 1, 2, 3, 4, 5]

/** A head between two even shoulders and two even armpits, that ends with the newest pivot. */
export const findHead = (view: ChartView, params: HeadParams): ChartShape<HeadPattern, HeadRule> | undefined => {
  if (!view.isTop(rightShoulder) || !hasHead(view, params.minimumHead * view.atr)) return undefined
  const slope = necklineSlope(view)
  const neckline = view.turnPrice(rightArmpit) + slope * view.turnAge(rightArmpit)
  return isDue(view, params.reported, -1, neckline, slope) &&
    isEven(view.turnPrice(rightShoulder), view.turnPrice(leftShoulder), params, view.atr) &&
    isEven(view.turnPrice(rightArmpit), view.turnPrice(leftArmpit), params, view.atr) &&
    heightOf(view, neckline, slope) >= params.minimumHeight * view.atr &&
    asymmetryOf(view) <= params.asymmetry &&
    isAbove(view, leftShoulder, neckline, slope) &&
    isAbove(view, rightShoulder, neckline, slope)
    ? headShape(view, neckline, slope)
    : undefined
}

/** The same among kernel extrema, by the conditions of Lo, Mamaysky and Wang alone. */
export const findHeadByKernel = (
  view: ChartView,
  { tolerance }: HeadParams
): ChartShape<HeadPattern, HeadRule> | undefined => {
  if (view.knownAge !== 0 || !view.isTop(rightShoulder) || !hasHead(view, 0)) return undefined
  if (!isWithin(view.turnPrice(rightShoulder), view.turnPrice(leftShoulder), tolerance)) return undefined
  if (!isWithin(view.turnPrice(rightArmpit), view.turnPrice(leftArmpit), tolerance)) return undefined
  const slope = necklineSlope(view)
  return headShape(view, view.turnPrice(rightArmpit) + slope * view.turnAge(rightArmpit), slope)
}

const hasHead = (view: ChartView, atLeast: number): boolean => {
  const above = view.turnPrice(head) - Math.max(view.turnPrice(rightShoulder), view.turnPrice(leftShoulder))
  return above > 0 && above >= atLeast
}

/** What the line through both armpits rises per candle. */
const necklineSlope = (view: ChartView): number =>
  (view.turnPrice(rightArmpit) - view.turnPrice(leftArmpit)) / (view.turnAge(leftArmpit) - view.turnAge(rightArmpit))

/** From the neckline at the head up to it. */
const heightOf = (view: ChartView, neckline: number, slope: number): number =>
  view.turnPrice(head) - (neckline - slope * view.turnAge(head))

/** How many times as long the longer way from head to shoulder is as the other. */
const asymmetryOf = (view: ChartView): number => {
  const left = view.turnAge(leftShoulder) - view.turnAge(head)
  const right = view.turnAge(head) - view.turnAge(rightShoulder)
  return Math.max(left / right, right / left)
}

const isAbove = (view: ChartView, place: number, neckline: number, slope: number): boolean =>
  view.turnPrice(place) > neckline - slope * view.turnAge(place)

const headShape = (view: ChartView, neckline: number, slope: number): ChartShape<HeadPattern, HeadRule> => {
  const { atr } = view
  const height = heightOf(view, neckline, slope)
  const from = view.corner("left armpit", leftArmpit)
  const headPrice = view.turnPrice(head)
  const [left, right] = [view.turnPrice(leftShoulder), view.turnPrice(rightShoulder)]
  const rise = left - view.turnPrice(before)
  return {
    pattern: view.side === 1 ? "HEAD_AND_SHOULDERS" : "INVERSE_HEAD_AND_SHOULDERS",
    way: -1,
    corners: [
      view.corner("left shoulder", leftShoulder),
      from,
      view.corner("head", head),
      view.corner("right armpit", rightArmpit),
      view.corner("right shoulder", rightShoulder)
    ],
    lines: [{ label: "neckline", from, to: { age: 0, price: neckline } }],
    breakoutLevel: neckline,
    height,
    levels: { neckline, neckline_slope: slope },
    quality: {
      shoulders: Math.abs(left - right) / height,
      head: (headPrice - Math.max(left, right)) / height,
      symmetry: asymmetryOf(view),
      neckline: Math.abs(slope * (from.age - view.turnAge(rightArmpit))) / height,
      // The rise before the first turn that is known counts as none.
      trend: rise > 0 ? rise / height : 0,
      breakout: (neckline - view.close(0)) / atr
    }
  }
}

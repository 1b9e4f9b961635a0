import { type Annotation, line, point } from "@mjolnir/core"

import { type ChartShape, targetOf } from "./ChartShape.ts"
import type { Side } from "./ChartView.ts"

/** The drawing of a shape that was found on this side of the market: its corners, its lines, the breakout level, its target. */
export const drawnShape = (shape: ChartShape<string, string>, side: Side): ReadonlyArray<Annotation> => {
  const { breakoutLevel, corners, lines } = shape
  const last = corners.at(-1)?.age ?? 0
  const level = (label: string, price: number) => line(label, [last, price * side], [0, price * side])
  return [
    ...corners.map(({ age, label, price }) => point(label, age, price * side)),
    ...lines.map(({ from, label, to }) => line(label, [from.age, from.price * side], [to.age, to.price * side])),
    level("breakout level", breakoutLevel),
    level("target", targetOf(shape))
  ]
}

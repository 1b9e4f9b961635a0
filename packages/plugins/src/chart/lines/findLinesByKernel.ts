import type { ChartShape } from "../frame/ChartShape.ts"
import type { ChartView } from "../frame/ChartView.ts"
import { firstTurn, type LinePair, type LineRule } from "./LinePair.ts"
import type { LineParams } from "./lineParams.ts"
import { type LinePattern, lineShapes, usualWay } from "./lineShapes.ts"

/**
 * The forms that begin with a high and, in the market upside down, those that begin with a low, among kernel extrema and by
 * the conditions of Lo, Mamaysky and Wang alone: TTOP and TBOT, BTOP and BBOT, RTOP and RBOT.
 */
export const findLinesByKernel =
  (lines: LinePair) =>
  (view: ChartView, params: LineParams): ChartShape<LinePattern, LineRule> | undefined => {
    if (!(view.knownAge === 0 && view.isTop(firstTurn))) return undefined
    lines.fitUpper(view)
    lines.fitLower(view)
    const pattern = patternOf(view, lines, params)
    const shape = pattern && lineShapes.find((each) => each.pattern === pattern)
    if (shape === undefined) return undefined
    return lines.shape(view, shape, usualWay(shape.usual, view.side, lines.came(view)))
  }

const patternOf = (view: ChartView, { lower, upper }: LinePair, { tolerance }: LineParams): LinePattern | undefined => {
  const high1 = view.turnPrice(4)
  const low1 = view.turnPrice(3)
  const high2 = view.turnPrice(2)
  const low2 = view.turnPrice(1)
  const high3 = view.turnPrice(0)
  if (high1 > high2 && high2 > high3 && low1 < low2) return "SYMMETRICAL_TRIANGLE"
  if (high1 < high2 && high2 < high3 && low1 > low2) return "BROADENING"
  const isLevel = upper.spread <= tolerance * Math.abs(upper.mean) && lower.spread <= tolerance * Math.abs(lower.mean)
  return isLevel && Math.min(high1, high2, high3) > Math.max(low1, low2) ? "RECTANGLE" : undefined
}

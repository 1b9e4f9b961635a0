import type { ChartView } from "../frame/ChartView.ts"

/**
 * True when the newest candle closes beyond a line, up (`way` 1) or down (-1), and none did since the newest turn could
 * be known. So a shape that ends with that turn is left once, however often price comes back to its line.
 *
 * The line is given by its price at the newest candle and what it rises per candle.
 */
export const breaksOut = (view: ChartView, way: 1 | -1, price: number, slope: number): boolean => {
  if (!isBeyond(view, way, price, slope, 0)) return false
  const known = view.knownAge
  for (let age = 1; age <= known; age++) if (isBeyond(view, way, price, slope, age)) return false
  return known >= 0
}

/**
 * The least level that the newest close can be the first above: the close before, or none when the newest turn is known
 * only now. For a cheap test before {@link breaksOut}.
 */
export const lowestFreshLevel = (view: ChartView): number =>
  view.knownAge > 0 ? view.close(1) : Number.NEGATIVE_INFINITY

const isBeyond = (view: ChartView, way: 1 | -1, price: number, slope: number, age: number): boolean =>
  (view.close(age) - (price - slope * age)) * way > 0

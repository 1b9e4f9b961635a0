import type { ChartView } from "../frame/ChartView.ts"
import { breaksOut } from "./breaksOut.ts"

/**
 * True when a shape that ends with the newest turn is to be reported now: at the first close beyond its line, or, if it
 * is reported at its completion, at the candle by which that turn is known.
 */
export const isDue = (
  view: ChartView,
  reported: "breakout" | "completion",
  way: 1 | -1,
  price: number,
  slope: number
): boolean => (reported === "completion" ? view.knownAge === 0 : breaksOut(view, way, price, slope))

import { counted } from "../output/plural.ts"
import type { CataloguedDetector } from "./catalogueOf.ts"

/** How many candles a detector looks at, and how many it waits for. */
export const candlesText = ({ candles }: CataloguedDetector): string => {
  if (candles === undefined) return "as many as its params say, one of which must be set"
  const { history, warmUp } = candles
  return warmUp >= history
    ? `${counted(warmUp, "candle")}, and finds nothing before it has them`
    : `${counted(history, "candle")} at the most, begins after ${warmUp}`
}

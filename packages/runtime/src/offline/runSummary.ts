import { counted } from "../output/plural.ts"
import type { OfflineRun } from "./OfflineRun.ts"

/** What a table ends with. */
export const runSummary = ({ candles, detections, symbols }: OfflineRun): string =>
  `${counted(detections, "detection")} in ${counted(candles, "candle")} of ${counted(symbols, "symbol")}`

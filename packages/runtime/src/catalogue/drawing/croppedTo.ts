import type { Candle, Detection } from "@mjolnir/core"

import { extentOf } from "./annotationExtent.ts"

/** The candles from a few before the first one that belongs to the detection to the newest. */
export const croppedTo = (detection: Detection, candles: ReadonlyArray<Candle>): ReadonlyArray<Candle> => {
  const { anchors, annotations = [], time } = detection
  const first = Math.min(time, ...anchors, ...annotations.flatMap(extentOf))
  const from = candles.findIndex((candle) => candle.time >= first)
  const before = Math.max(fewest, Math.min(most, Math.round((candles.length - from) * shareBefore)))
  return candles.slice(Math.max(0, from - before))
}

/** Candles before the first one: at least, at the most, and as a share of those that follow. */
const fewest = 4
const most = 20
const shareBefore = 0.3

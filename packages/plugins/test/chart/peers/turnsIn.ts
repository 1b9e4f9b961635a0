import type { Candle, Feature } from "@mjolnir/core"
import { readingsOf } from "@mjolnir/core/testing"
import type { ZigZagReading } from "@mjolnir/core/toolbox"

import type { Turn } from "../../pivots/Turn.ts"

/** All pivots that a zig-zag confirms on the candles, in order. */
export const turnsIn = (zigZag: Feature<ZigZagReading>, candles: ReadonlyArray<Candle>): ReadonlyArray<Turn> =>
  readingsOf(zigZag, candles, ({ pivot }) => {
    const newest = pivot(0)
    return newest === undefined || newest.age !== newest.confirmedAfter ? undefined : { ...newest }
  }).flatMap((newest, at) =>
    newest === undefined
      ? []
      : [{ index: at - newest.age, price: newest.price, isHigh: newest.kind === "high", confirmedAt: at }]
  )

import type { Candle } from "@mjolnir/core"

import type { Turn } from "../../pivots/Turn.ts"

/** 1 for the market as it is, -1 for it upside down, where a bottom is a top. */
export type Side = 1 | -1

/** Candles as one side sees them. */
export const candlesFrom = (side: Side, candles: ReadonlyArray<Candle>): ReadonlyArray<Candle> =>
  side === 1
    ? candles
    : candles.map((candle) => ({
        ...candle,
        open: -candle.open,
        high: -candle.low,
        low: -candle.high,
        close: -candle.close
      }))

/** Turns as one side sees them. */
export const turnsFrom = (side: Side, turns: ReadonlyArray<Turn>): ReadonlyArray<Turn> =>
  side === 1 ? turns : turns.map((turn) => ({ ...turn, price: -turn.price, isHigh: !turn.isHigh }))

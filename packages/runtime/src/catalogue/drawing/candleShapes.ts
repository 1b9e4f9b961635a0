import type { Candle } from "@mjolnir/core"

import { coordinate } from "./coordinate.ts"
import type { DrawingSpace } from "./drawingSpace.ts"

/** The candles: one path for the rising ones, one for the falling ones, one for those that close where they opened. */
export const candleShapes = (space: DrawingSpace): ReadonlyArray<string> => {
  const kinds = Map.groupBy(space.candles, kindOf)
  return ["up", "down", "flat"].flatMap((kind) => {
    const candles = kinds.get(kind)
    return candles === undefined
      ? []
      : [`<path class="${kind}" d="${candles.map((candle) => candlePath(candle, space)).join("")}"/>`]
  })
}

const kindOf = ({ close, open }: Candle): string => (close > open ? "up" : close < open ? "down" : "flat")

/** Body and shadows; the body of a rising candle is hollow, so that its shadows end where it begins. */
const candlePath = ({ close, high, low, open, time }: Candle, { slot, x, y }: DrawingSpace): string => {
  const middle = coordinate(x(time))
  const half = Math.max(1, Math.min(widestBody, slot * bodyShare) / 2)
  const top = y(Math.max(open, close))
  const bottom = y(Math.min(open, close))
  const upper = high > Math.max(open, close) ? `M${middle} ${coordinate(y(high))}V${coordinate(top)}` : ""
  const lower = low < Math.min(open, close) ? `M${middle} ${coordinate(bottom)}V${coordinate(y(low))}` : ""
  const side = coordinate(2 * half)
  const body =
    close === open
      ? `M${coordinate(x(time) - half)} ${coordinate(top)}h${side}`
      : `M${coordinate(x(time) - half)} ${coordinate(top)}h${side}V${coordinate(Math.max(bottom, top + 1))}h-${side}z`
  return `${upper}${lower}${body}`
}

const bodyShare = 0.62
const widestBody = 13

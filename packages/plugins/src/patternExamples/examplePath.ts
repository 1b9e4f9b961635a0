import type { ExampleCandle } from "@mjolnir/core"

/** A price in quote currency at a candle, counted from 0. */
export type Waypoint = readonly [candle: number, price: number]

/**
 * Candles whose closes go straight from waypoint to waypoint: each opens where the one before closed and has a shadow of
 * `shadow` at both ends. The first waypoint is at candle 0, and the last one at the last candle.
 *
 * @example
 * examplePath([[0, 100], [40, 120], [52, 110]]) // 53 candles: up by a half each, then down
 */
export const examplePath = (waypoints: ReadonlyArray<Waypoint>, shadow = 0.2): ReadonlyArray<ExampleCandle> => {
  const closes = waypoints.flatMap(([candle, price], index) => {
    const [start, startPrice] = waypoints[index - 1] ?? [candle - 1, price]
    return Array.from({ length: candle - start }, (_, step) =>
      cents(startPrice + ((price - startPrice) * (step + 1)) / (candle - start))
    )
  })
  return closes.map((close, index) => {
    const open = closes[index - 1] ?? close
    return [open, cents(Math.max(open, close) + shadow), cents(Math.min(open, close) - shadow), close]
  })
}

/** The candles upside down: a price p becomes `sum` − p. */
export const upsideDown = (candles: ReadonlyArray<ExampleCandle>, sum: number): ReadonlyArray<ExampleCandle> =>
  candles.map(([open, high, low, close]) => [
    cents(sum - open),
    cents(sum - low),
    cents(sum - high),
    cents(sum - close)
  ])

const cents = (price: number): number => Math.round(price * 100) / 100

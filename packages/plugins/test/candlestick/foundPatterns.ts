import { StockSymbol } from "@mjolnir/core"
import { matchesOf } from "@mjolnir/core/testing"
import { Result } from "effect"

import { candlestick } from "../../src/candlestick/candlestick.ts"
import { candlesOf, type Prices, SeriesWindow } from "./SeriesWindow.ts"

/** What TA-Lib's functions return that return something: by candle, each as `CDLDOJI 100`, in the order of the alphabet. */
export type FoundByCandle = ReadonlyArray<ReadonlyArray<string>>

/** What the detector finds at each candle, run as a host runs it. */
export const foundIn = (candles: ReadonlyArray<Prices>, settings: object = {}): FoundByCandle =>
  matchesOf(candlestick, candlesOf(candles), { settings }).map((matches) =>
    matches.map(({ metadata, pattern }) => `${pattern} ${String(metadata?.["value"])}`).sort()
  )

/** What it finds at the newest candle. */
export const foundLast = (candles: ReadonlyArray<Prices>, settings: object = {}): ReadonlyArray<string> =>
  foundIn(candles, settings).at(-1) ?? []

/** What the detector finds at each candle, without the host: for long series. */
export const foundAlone = (candles: ReadonlyArray<Prices>): FoundByCandle => {
  const configured = Result.getOrThrow(candlestick.configure({}))
  if (configured.on !== "candle") throw new Error("the detector looks at closed candles")
  const running = configured.start()
  const window = new SeriesWindow(candles)
  const context = { symbol: StockSymbol.make("TEST"), interval: "1m", features: {}, higher: {} } as const
  return candles.map((_, index) =>
    running
      .detect(window.show(index), context)
      .map(({ metadata, pattern }) => `${pattern} ${String(metadata?.["value"])}`)
      .sort()
  )
}

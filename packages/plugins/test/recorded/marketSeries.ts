import { type Candle, emptyIntervalsBetween, epochMillis, type Interval, intervalMillis } from "@mjolnir/core"

import { hasShared, readSharedTable, sharedFiles } from "./sharedFiles.ts"

/** A series of recorded candles. */
export interface MarketSeries {
  readonly name: string
  readonly interval: Interval
  readonly read: () => ReadonlyArray<Candle>
}

/** True when there are recorded candles. */
export const hasMarketData = (): boolean => hasShared(folder)

const folder = "market-data"

/** All series of candles; none where there are none. */
export const marketSeries: ReadonlyArray<MarketSeries> = sharedFiles(folder)
  .filter((file) => file.endsWith(".csv.gz") && !file.includes("-ticks-"))
  .map((file) => {
    const name = file.replace(".csv.gz", "")
    const interval = name.includes("-1m-") ? "1m" : "1d"
    return { name, interval, read: () => readCandles(name, interval) }
  })

/** A recorded series, its candles a minute apart however far apart they were. */
export const readAsMinutes = (name: string): ReadonlyArray<Candle> =>
  readCandles(name, "1m").map((candle, index) => {
    const time = epochMillis(firstMinute + index * intervalMillis["1m"])
    return Object.assign({}, candle, { time, gap: 0 })
  })

const firstMinute = Date.UTC(2025, 6, 23, 13, 30)

const readCandles = (name: string, interval: Interval): ReadonlyArray<Candle> => {
  let before: number | undefined
  return readSharedTable(`${folder}/${name}.csv.gz`).map((row) => {
    const [time = Number.NaN, open = Number.NaN, high = Number.NaN, low = Number.NaN, close = Number.NaN, volume = 0] =
      row.map(Number)
    const gap = emptyIntervalsBetween(before, time, intervalMillis[interval])
    before = time
    return { time: epochMillis(time), open, high, low, close, volume, ticks: 0, partial: false, gap }
  })
}

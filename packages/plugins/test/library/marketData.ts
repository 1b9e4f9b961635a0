import { existsSync, readdirSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { gunzipSync } from "node:zlib"

import { type Candle, emptyIntervalsBetween, epochMillis, type Interval, intervalMillis } from "@mjolnir/core"

/** Recorded candles that lie beside the repository, for those who have them. */
export interface MarketSeries {
  readonly name: string
  readonly interval: Interval
  readonly read: () => ReadonlyArray<Candle>
}

const shared = fileURLToPath(new URL("../../../../../shared/", import.meta.url))

/** True when the recorded series and what other programs find in them lie beside the repository. */
export const hasMarketData = (): boolean => existsSync(`${shared}market-data`) && existsSync(`${shared}golden/chart`)

/** All series of candles; none where there are none. */
export const marketSeries: ReadonlyArray<MarketSeries> = existsSync(`${shared}market-data`)
  ? readdirSync(`${shared}market-data`)
      .filter((file) => file.endsWith(".csv.gz") && !file.includes("-ticks-"))
      .map((file) => {
        const name = file.replace(".csv.gz", "")
        const interval = name.includes("-1m-") ? "1m" : "1d"
        return { name, interval, read: () => readCandles(name, interval) }
      })
  : []

/** A recorded series, its candles a minute apart however far apart they were. */
export const readAsMinutes = (name: string): ReadonlyArray<Candle> =>
  readCandles(name, "1m").map(({ close, high, low, open, volume }, index) => {
    const time = epochMillis(firstMinute + index * intervalMillis["1m"])
    return { time, open, high, low, close, volume, ticks: 0, partial: false, gap: 0 }
  })

/** What another program finds, by the path of its table without `.csv`: rows of cells without the head. */
export const readFindings = (name: string): ReadonlyArray<ReadonlyArray<string>> =>
  readRows(`${shared}golden/${name}.csv`)

const firstMinute = Date.UTC(2025, 6, 23, 13, 30)

const readCandles = (name: string, interval: Interval): ReadonlyArray<Candle> => {
  let before: number | undefined
  return readRows(`${shared}market-data/${name}.csv.gz`).map((row) => {
    const [time = Number.NaN, open = Number.NaN, high = Number.NaN, low = Number.NaN, close = Number.NaN, volume = 0] =
      row.map(Number)
    const gap = emptyIntervalsBetween(before, time, intervalMillis[interval])
    before = time
    return { time: epochMillis(time), open, high, low, close, volume, ticks: 0, partial: false, gap }
  })
}

const readRows = (path: string): ReadonlyArray<ReadonlyArray<string>> => {
  const bytes = readFileSync(path)
  const text = path.endsWith(".gz") ? gunzipSync(bytes).toString() : bytes.toString()
  return text
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => line.split(","))
}

import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { gunzipSync } from "node:zlib"

import { Schema } from "effect"

import { Candle } from "../../src/domain/Candle.ts"

const marketData = new URL("../../../../../shared/market-data/", import.meta.url)

/** Empty when recorded candles lie beside the repository, else why the tests of them are skipped. */
export const marketDataMissing: string = existsSync(fileURLToPath(marketData))
  ? ""
  : " (skipped: there is no ../shared/market-data)"

const decodeCandle = Schema.decodeUnknownSync(Candle)

const readRecorded = (name: string): ReadonlyArray<Candle> =>
  gunzipSync(readFileSync(new URL(`${name}.csv.gz`, marketData)))
    .toString()
    .trim()
    .split("\n")
    .slice(1)
    .map((line) => {
      const [time, open, high, low, close, volume] = line.split(",").map(Number)
      return decodeCandle({ time, open, high, low, close, volume, ticks: 0, partial: false, gap: 0 })
    })

/** The days of SPY from 1998 to March 2021, each at midnight UTC of its date. */
export const readSpyDays = (): ReadonlyArray<Candle> => readRecorded("spy-1d-lean")

/** The minutes of SPY on six days of October 2013, before and after the regular session included. */
export const readSpyMinutes = (): ReadonlyArray<Candle> => readRecorded("spy-1m-lean-20131004-20131011")

import { createRequire } from "node:module"

import type { Candle } from "@mjolnir/core"
import { Schema } from "effect"

/** A package of npm that tells candlestick patterns, as one would use it where candles come in one by one. */
export interface PatternPeer {
  readonly name: string
  readonly version: string
  /** Patterns that it knows. */
  readonly patterns: number
  /** Takes the next candle into a window of so many, and tells how many patterns the newest one completes. */
  readonly start: (window: number) => (candle: Candle) => number
}

const require = createRequire(import.meta.url)

/** The versions of both, which one of them does not tell. */
const { devDependencies } = Schema.decodeUnknownSync(
  Schema.Struct({ devDependencies: Schema.Struct({ candlestick: Schema.String, technicalindicators: Schema.String }) })
)(require("../../package.json"))

/** What `technicalindicators` takes: a list of each price. */
interface PriceLists {
  readonly open: Array<number>
  readonly high: Array<number>
  readonly low: Array<number>
  readonly close: Array<number>
}

type Finder = (prices: PriceLists) => boolean

/** The package has no types that this compiler can read. */
const isFinder = (value: unknown): value is Finder => typeof value === "function"

/** All patterns that `technicalindicators` exports, one function each, called one after the other. */
export const technicalIndicators = (): PatternPeer => {
  const exported = decodeExports(require("technicalindicators"))
  const finders = finderNames.map((name) => exported[name]).filter(isFinder)
  return {
    name: "technicalindicators",
    version: devDependencies.technicalindicators,
    patterns: finders.length,
    start: (window) => {
      const prices: PriceLists = { open: [], high: [], low: [], close: [] }
      return (candle) => {
        for (const field of fields) {
          prices[field].push(candle[field])
          if (prices[field].length > window) prices[field].shift()
        }
        if (prices.close.length < window) return 0
        let found = 0
        for (const find of finders) if (find(prices)) found++
        return found
      }
    }
  }
}

const decodeExports = Schema.decodeUnknownSync(Schema.Record(Schema.String, Schema.Unknown))

const fields = ["open", "high", "low", "close"] as const

const finderNames =
  `abandonedbaby bearishengulfingpattern bullishengulfingpattern darkcloudcover downsidetasukigap doji dragonflydoji
  gravestonedoji bullishharami bearishharami bullishharamicross bearishharamicross eveningdojistar eveningstar
  morningdojistar morningstar bullishmarubozu bearishmarubozu piercingline bullishspinningtop bearishspinningtop
  threeblackcrows threewhitesoldiers bullishhammerstick bearishhammerstick bullishinvertedhammerstick
  bearishinvertedhammerstick hammerpattern hammerpatternunconfirmed hangingman hangingmanunconfirmed shootingstar
  shootingstarunconfirmed tweezertop tweezerbottom`.split(/\s+/)

interface Prices {
  readonly open: number
  readonly high: number
  readonly low: number
  readonly close: number
}

type Chain = (candles: ReadonlyArray<Prices>) => ReadonlyArray<{ readonly index: number }>

const decodeCandlestick = Schema.decodeUnknownSync(
  Schema.Struct({
    allPatterns: Schema.Array(Schema.Unknown),
    patternChain: Schema.declare((value): value is Chain => typeof value === "function")
  })
)

/** All patterns of `candlestick`, by the function that looks for all of them in a list. */
export const candlestickPackage = (): PatternPeer => {
  const { allPatterns, patternChain } = decodeCandlestick(require("candlestick"))
  return {
    name: "candlestick",
    version: devDependencies.candlestick,
    patterns: allPatterns.length,
    start: (window) => {
      const candles: Array<Prices> = []
      return ({ close, high, low, open }) => {
        candles.push({ open, high, low, close })
        if (candles.length > window) candles.shift()
        return candles.length < window ? 0 : patternChain(candles).filter(({ index }) => index >= window - 3).length
      }
    }
  }
}

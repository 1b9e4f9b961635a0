import {
  type Candle,
  type Detection,
  type Detector,
  type Direction,
  type ExampleCandle,
  exampleCandles,
  type Interval,
  intervalMillis,
  Session,
  StockSymbol
} from "@mjolnir/core"
import { Result } from "effect"

import { findInSeries } from "../author/preview/findInSeries.ts"

/** What a detector makes of the example of one of its patterns, with the defaults of its params. */
export interface PatternExample {
  /** Oldest first. */
  readonly candles: ReadonlyArray<Candle>
  /** The pattern as the newest candle completes it; undefined when it does not. */
  readonly detection: Detection | undefined
  /** Where the pattern points, in the example and in the example upside down. */
  readonly directions: ReadonlyArray<Direction>
  /** Whether it is reported before it is certain, in the example or at all. */
  readonly isProvisional: boolean
  /** How many of the newest candles are enough to find it; undefined when it is not found. */
  readonly candlesNeeded: number | undefined
  /** The detector's other patterns that the newest candle completes too. */
  readonly beside: ReadonlyArray<string>
  /** Why the detector does not find the pattern, or what went wrong on the way. */
  readonly problem: string | undefined
}

/** Runs a detector over the example of its pattern, and over its mirror image to know whether it finds that as well. */
export const runExample = (
  detector: Detector,
  pattern: string,
  example: ReadonlyArray<ExampleCandle>
): PatternExample => {
  const upright = detectionsIn(detector, example)
  const newest = atNewest(upright)
  const mirrored = atNewest(detectionsIn(detector, upsideDown(example)))
  const isThis = (detection: Detection): boolean => detection.pattern === pattern
  const detection = newest.find(isThis)
  const found = [...newest, ...(detection === undefined ? [] : mirrored)].filter(isThis)
  return {
    candles: upright.candles,
    detection,
    directions: [...new Set(found.map(({ direction }) => direction))],
    isProvisional:
      detector.on === "tick" || upright.detections.some((each) => isThis(each) && each.provisional === true),
    candlesNeeded: detection && fewestCandles(detector, pattern, example),
    beside: [...new Set(newest.filter((each) => !isThis(each)).map((each) => each.pattern))],
    problem:
      upright.problem ?? (detection === undefined ? "its newest candle does not complete the pattern" : undefined)
  }
}

interface ExampleRun {
  readonly candles: ReadonlyArray<Candle>
  readonly interval: Interval
  readonly detections: ReadonlyArray<Detection>
  readonly problem: string | undefined
}

const detectionsIn = (detector: Detector, example: ReadonlyArray<ExampleCandle>): ExampleRun => {
  const interval = detector.intervals?.[0] ?? "1m"
  const candles = exampleCandles(example, interval, start)
  const settings = { filters: { [detector.name]: noFilters }, params: {} }
  const found = findInSeries(detector, settings, { symbol, interval, source: "example", candles })
  if (Result.isFailure(found)) return { candles, interval, detections: [], problem: found.failure.message }
  const { data, faults, problem } = found.success
  const detections = data.flatMap((each) => (each.interval === interval ? each.detections : []))
  return { candles, interval, detections, problem: faults ?? problem }
}

const atNewest = ({ candles, detections, interval }: ExampleRun): ReadonlyArray<Detection> => {
  const end = (candles.at(-1)?.time ?? 0) + intervalMillis[interval]
  return detections.filter(({ confirmedAt }) => confirmedAt === end)
}

/** The length of the shortest end of the example in which the pattern is found. */
const fewestCandles = (detector: Detector, pattern: string, example: ReadonlyArray<ExampleCandle>): number => {
  let tooFew = 0
  let enough = example.length
  while (enough - tooFew > 1) {
    const tried = Math.floor((tooFew + enough) / 2)
    const isFound = atNewest(detectionsIn(detector, example.slice(-tried))).some((each) => each.pattern === pattern)
    if (isFound) enough = tried
    else tooFew = tried
  }
  return enough
}

/** The candles between the same prices, rising where they fell. */
const upsideDown = (example: ReadonlyArray<ExampleCandle>): ReadonlyArray<ExampleCandle> => {
  let highest = Number.NEGATIVE_INFINITY
  let lowest = Number.POSITIVE_INFINITY
  for (const [, high, low] of example) {
    highest = Math.max(highest, high)
    lowest = Math.min(lowest, low)
  }
  const sum = highest + lowest
  const mirrored = (price: number) => Number((sum - price).toFixed(9))
  return example.map(([open, high, low, close, volume = 1_000]): ExampleCandle => [
    mirrored(open),
    mirrored(low),
    mirrored(high),
    mirrored(close),
    volume
  ])
}

const symbol = StockSymbol.make("EXAMPLE")

/** An example is of no symbol and of no time of the day. */
const noFilters = { symbols: ["*"], sessions: Session.literals, minimumVolume: 0 }

/** A Monday at midnight, so that candles of every interval begin where they should. */
const start = Date.UTC(2026, 0, 5)

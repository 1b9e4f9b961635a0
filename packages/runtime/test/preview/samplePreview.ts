import { type Candle, type Detection, epochMillis, isStockSymbol } from "@mjolnir/core"

import type { PreviewData } from "../../src/preview/PreviewData.ts"

const minute = 60_000
/** 2024-03-04 14:30 UTC, the start of the first candle. */
const start = Date.UTC(2024, 2, 4, 14, 30)

/** The start of a candle of the sample. */
export const timeOf = (candle: number) => epochMillis(start + candle * minute)

/** Candles of one minute whose closes swing around 100, each with its changes. */
export const sampleCandles = (
  count: number,
  changesOf: (index: number) => Partial<Candle> = () => ({})
): ReadonlyArray<Candle> =>
  Array.from({ length: count }, (_, index) => {
    const [open, close] = [index - 1, index].map((at) => Math.round(100 * (100 + 2 * Math.sin(at / 5))) / 100)
    const [from = 0, to = 0] = [open, close]
    return {
      time: timeOf(index),
      open: from,
      high: Math.max(from, to) + 0.25,
      low: Math.min(from, to) - 0.25,
      close: to,
      volume: 1_000 + (index % 7) * 100,
      ticks: 0,
      partial: false,
      gap: 0,
      ...changesOf(index)
    }
  })

/** A detection at that candle, confirmed at the close of another one. */
export const sampleDetection = (at: number, known: number, changes: Partial<Detection> = {}): Detection => {
  const symbol = "ACME"
  if (!isStockSymbol(symbol)) throw new Error(`${symbol} is no symbol`)
  return {
    id: `at-${at}`,
    symbol,
    interval: "1m",
    detector: "double-top@1.0.0",
    pattern: "DOUBLE_TOP",
    direction: "bearish",
    confidence: 0.75,
    triggerPrice: 101.5,
    time: timeOf(at),
    confirmedAt: timeOf(known + 1),
    anchors: [timeOf(at)],
    metadata: { depth: 0.0125, session: "regular" },
    annotations: [
      { kind: "zone", label: "Resistance", from: timeOf(at - 8), to: timeOf(at), low: 101, high: 102 },
      {
        kind: "line",
        label: "Neckline",
        from: { at: timeOf(at - 8), price: 99 },
        to: { at: timeOf(known), price: 99 }
      },
      { kind: "point", label: "Peak", at: timeOf(at), price: 102 }
    ],
    explanation: [
      { rule: "peaks are level", value: 0.001, threshold: 0.004, score: 0.5 },
      { rule: "volume fades", value: 0.8, threshold: 1, score: 0.25 }
    ],
    ...changes
  }
}

/** Sixty candles with three detections and a near miss. */
export const samplePreview = (changes: Partial<PreviewData> = {}): PreviewData => ({
  detector: {
    name: "double-top",
    version: "1.0.0",
    summary: "Finds two level peaks.",
    emits: ["DOUBLE_TOP", "RISING_SUPPORT"],
    params: { tolerance: 0.004 },
    history: 30,
    warmUp: 5
  },
  symbol: "ACME",
  interval: "1m",
  source: "acme.csv",
  candles: sampleCandles(60),
  detections: [
    sampleDetection(45, 50, { confidence: 0.5, pattern: "RISING_SUPPORT", direction: "bullish" }),
    sampleDetection(12, 15),
    sampleDetection(30, 33)
  ],
  nearMisses: [
    {
      time: timeOf(25),
      nearMiss: {
        pattern: "DOUBLE_TOP",
        rules: [
          { rule: "peaks are level", value: 0.009, threshold: 0.004, score: 0 },
          { rule: "volume fades", value: 0.7, threshold: 1, score: 0.25 }
        ],
        broken: ["peaks are level"]
      }
    }
  ],
  ...changes
})

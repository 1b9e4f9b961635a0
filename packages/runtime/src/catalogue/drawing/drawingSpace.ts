import type { Candle, Detection } from "@mjolnir/core"

import { isOpenLevel, pricesOf } from "./annotationExtent.ts"
import { croppedTo } from "./croppedTo.ts"

/** Where candles and prices are in a drawing, in pixels. */
export interface DrawingSpace {
  readonly width: number
  readonly height: number
  /** The candles that are drawn. */
  readonly candles: ReadonlyArray<Candle>
  /** Pixels from candle to candle. */
  readonly slot: number
  /** The middle of the candle that begins at this time; those that are not drawn lie outside the drawing. */
  readonly x: (time: number) => number
  readonly y: (price: number) => number
  /** How far to the right levels are drawn that still hold. */
  readonly edge: number
}

/**
 * The space of a detection and of a few candles before it: wide enough for labels, and no wider than it must. Levels that
 * still hold have room at the right.
 */
export const drawingSpace = (all: ReadonlyArray<Candle>, detection: Detection): DrawingSpace => {
  const candles = croppedTo(detection, all)
  const annotations = detection.annotations ?? []
  const newest = candles.at(-1)?.time ?? 0
  const right = annotations.some((each) => isOpenLevel(each, newest)) ? levelRoom : 0
  const slot = Math.max(narrowestSlot, Math.min(widestSlot, Math.floor((widest - right) / candles.length)))
  const width = Math.max(narrowest, candles.length * slot + 2 * margin + right)
  const left = Math.floor((width - right - candles.length * slot) / 2)
  const prices = [...candles.flatMap(({ high, low }) => [high, low]), ...annotations.flatMap(pricesOf)]
  const highest = Math.max(...prices)
  const lowest = Math.min(...prices)
  const scale = highest > lowest ? (height - 2 * headroom) / (highest - lowest) : 0
  const start = all.findIndex((candle) => candle === candles[0])
  const places = new Map(all.map(({ time }, index) => [Number(time), index - start]))
  return {
    width,
    height,
    candles,
    slot,
    x: (time) => left + ((places.get(time) ?? 0) + 0.5) * slot,
    y: (price) => (scale === 0 ? height / 2 : headroom + (highest - price) * scale),
    edge: width - margin
  }
}

const height = 240
/** Room for labels above the highest and below the lowest price. */
const headroom = 38
const margin = 14
/** Right of the newest candle, for levels and their labels. */
const levelRoom = 84
const narrowest = 320
/** What candles and levels take at the most, unless there are very many candles. */
const widest = 560
const narrowestSlot = 3
const widestSlot = 24

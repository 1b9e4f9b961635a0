import type { Detection } from "@mjolnir/core"

import type { Box } from "../../preview/browser/labelPlaces.ts"
import { coordinate } from "./coordinate.ts"
import type { DrawingSpace } from "./drawingSpace.ts"

/**
 * Marks the trigger candle with an arrow that points where the pattern does, and the newest candle, at whose close it is
 * found, with a dotted line when that is a later one. Without annotations the candles of the pattern are shaded.
 */
export const markShapes = (space: DrawingSpace, detection: Detection): ReadonlyArray<string> => {
  const { slot, x } = space
  const { anchors, annotations = [], time } = detection
  const newest = space.candles.at(-1)
  const from = x(Math.min(time, ...anchors)) - slot / 2
  const shade = `<rect class="span" x="${coordinate(from)}" y="1" width="${coordinate(x(Number(newest?.time)) + slot / 2 - from)}" height="${space.height - 2}"/>`
  return [
    ...(annotations.length === 0 ? [shade] : []),
    ...(newest === undefined || newest.time === time
      ? []
      : [`<path class="found" d="M${coordinate(x(newest.time))} 8V${space.height - 8}"/>`]),
    ...triggerShape(space, detection)
  ]
}

/** The box of the arrow at the trigger candle; undefined when that candle is not drawn. */
export const triggerBox = (space: DrawingSpace, detection: Detection): Box | undefined => {
  const candle = space.candles.find(({ time }) => time === detection.time)
  if (candle === undefined) return undefined
  const isBelow = detection.direction === "bullish"
  const edge = isBelow ? space.y(candle.low) + distance : space.y(candle.high) - distance - size
  return { left: space.x(candle.time) - size / 2, top: edge, width: size, height: size }
}

const triggerShape = (space: DrawingSpace, detection: Detection): ReadonlyArray<string> => {
  const box = triggerBox(space, detection)
  if (box === undefined) return []
  const start = `M${coordinate(box.left)} `
  const half = size / 2
  switch (detection.direction) {
    case "bullish":
      return [`<path class="trigger" d="${start}${coordinate(box.top + size)}l${half} -${size}l${half} ${size}z"/>`]
    case "bearish":
      return [`<path class="trigger" d="${start}${coordinate(box.top)}l${half} ${size}l${half} -${size}z"/>`]
    case "neutral":
      return [
        `<path class="trigger" d="${start}${coordinate(box.top + half)}l${half} -${half}l${half} ${half}l-${half} ${half}z"/>`
      ]
  }
}

const size = 9
const distance = 6

import type { Detection, Direction } from "@mjolnir/core"
import { detectionWith, SeededRandom } from "@mjolnir/core/testing"

/** Detections of a symbol over three days, of all directions and confidences, the same each time. */
export const sampleDetections = (symbol: string, count = 300): ReadonlyArray<Detection> => {
  const random = new SeededRandom(count + symbol.length)
  let time = Date.UTC(2025, 6, 23, 13, 30)
  return Array.from({ length: count }, (_, index) => {
    time += 60_000 * (1 + Math.floor(random.next() * 28))
    const direction = directions[index % directions.length] ?? "neutral"
    return detectionWith({
      id: `${symbol}-${index}`.padEnd(32, "0"),
      symbol,
      time,
      confirmedAt: time + 60_000,
      anchors: [time - 300_000, time],
      direction,
      pattern: direction.toUpperCase(),
      confidence: random.next(),
      triggerPrice: 1 + 200 * random.next()
    })
  })
}

const directions: ReadonlyArray<Direction> = ["bullish", "bearish", "neutral"]

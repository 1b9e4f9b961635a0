import type { Candle } from "@mjolnir/core"
import { builtInPlugins } from "@mjolnir/plugins"

import { minuteWalk } from "../minuteWalk.ts"
import { inPipeline } from "./ownStreams.ts"
import type { Stream } from "./streamingRate.ts"

/** Candles until the code is compiled as well as it gets. */
const warmUp = 60_000
/** Stretches without a match that are shorter are not looked at. */
const shortest = 3

/**
 * Heap bytes by which a candle lets the heap grow while nothing matches. The candles are played twice: the first time
 * tells where nothing matches, and over those stretches the heap is read the second time.
 */
const bytesPerIdleCandle = (make: () => Stream, candles: ReadonlyArray<Candle>): number => {
  const first = make()
  const isIdle = candles.map((candle) => first(candle) === 0)
  const stream = make()
  const play = (from: number, until: number): void => {
    for (let index = from; index < until; index++) {
      const candle = candles[index]
      if (candle !== undefined) stream(candle)
    }
  }
  play(0, warmUp)
  const readingCost = bytesOfReading()
  let grown = 0
  let idle = 0
  for (let index = warmUp; index < candles.length;) {
    let end = index
    while (isIdle[end] === true) end++
    const before = process.memoryUsage().heapUsed
    play(index, end)
    const after = process.memoryUsage().heapUsed
    if (end - index >= shortest) {
      grown += after - before - readingCost
      idle += end - index
    }
    play(end, end + 1)
    index = end + 1
  }
  return grown / idle
}

/** What it costs to read how large the heap is. */
const bytesOfReading = (): number => {
  const readings = Array.from({ length: 1_000 }, () => 0).map(() => process.memoryUsage().heapUsed)
  const steps = readings.slice(1).map((reading, index) => reading - (readings[index] ?? 0))
  return steps.toSorted((one, other) => one - other)[Math.floor(steps.length / 2)] ?? 0
}

const candles = minuteWalk(160_000, 2)
const bytes = builtInPlugins
  .filter(({ detectors }) => detectors.length > 0)
  .map((plugin) => [plugin.name, bytesPerIdleCandle(() => inPipeline([plugin]), candles)] as const)
process.stdout.write(`${JSON.stringify(Object.fromEntries(bytes))}\n`)

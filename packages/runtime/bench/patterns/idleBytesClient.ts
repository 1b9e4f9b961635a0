import type { Candle } from "@mjolnir/core"
import { minuteWalk } from "@mjolnir/core/testing"
import { builtInPlugins } from "@mjolnir/plugins"

import { median } from "../median.ts"
import { inPipeline } from "./ownStreams.ts"
import type { Stream } from "./streamingRate.ts"

/** Candles until the code is compiled as well as it gets. */
const warmUp = 60_000
/** Stretches without a match that are shorter are not looked at. */
const shortest = 3

/**
 * Heap bytes by which a candle lets the heap grow while nothing matches. The candles are played twice: the first time
 * tells where nothing matches, and over those stretches the heap is read the second time. What reading costs is
 * read beside it. The median of the stretches counts, for the compiler has its own business now and then.
 */
const bytesPerIdleCandle = (make: () => Stream, candles: ReadonlyArray<Candle>): number => {
  const scout = make()
  const isIdle = candles.map((candle) => scout(candle) === 0)
  const stream = make()
  const play = (from: number, until: number): void => {
    for (let index = from; index < until; index++) {
      const candle = candles[index]
      if (candle !== undefined) stream(candle)
    }
  }
  play(0, warmUp)
  const rates: Array<number> = []
  for (let index = warmUp; index < candles.length;) {
    let end = index
    while (isIdle[end] === true) end++
    const first = process.memoryUsage().heapUsed
    const before = process.memoryUsage().heapUsed
    play(index, end)
    const after = process.memoryUsage().heapUsed
    if (end - index >= shortest) rates.push((after - before - (before - first)) / (end - index))
    play(end, end + 1)
    index = end + 1
  }
  return median(rates)
}

const candles = minuteWalk(2, 160_000)
const bytes = builtInPlugins
  .filter(({ detectors }) => detectors.length > 0)
  .map((plugin) => [plugin.name, bytesPerIdleCandle(() => inPipeline([plugin]), candles)] as const)
process.stdout.write(`${JSON.stringify(Object.fromEntries(bytes))}\n`)

import { Schema } from "effect"

import type { Candle } from "../../domain/Candle.ts"
import { defineDetector, noMatch } from "../../plugin/defineDetector.ts"
import type { Feature } from "../../plugin/defineFeature.ts"
import { runAlone } from "./runAlone.ts"
import type { FoldOptions } from "./RunOptions.ts"

/**
 * What is read from a feature after each of the candles, which it follows as a host has it follow them: with the
 * features that it is made from, and by candles of a higher interval when it is `onInterval`. Candles at which it is
 * not warm yet are told as well, though no detector is called there.
 *
 * @throws PartFailed at the first candle at which it, or a feature that it is made from, throws.
 *
 * @example
 * const means = readingsOf(sma(2), flatCandles([10, 11, 13]), ({ value }) => value)
 * assert.deepStrictEqual(means, [Number.NaN, 10.5, 12])
 */
export const readingsOf = <Reading extends object, Value>(
  feature: Feature<Reading>,
  candles: ReadonlyArray<Candle>,
  read: (reading: Reading) => Value,
  options: FoldOptions = {}
): ReadonlyArray<Value> => {
  const readings: Array<Reading> = []
  const watched: Feature<Reading> = {
    ...feature,
    start: (needs) => {
      const running = feature.start(needs)
      readings.push(running.reading)
      return running
    }
  }
  const reader = defineDetector({
    name: feature.name,
    version: feature.version,
    summary: "Has a host keep the feature",
    emits: ["NOTHING"],
    params: Schema.Struct({}),
    history: 1,
    features: { watched },
    detect: () => noMatch
  })
  return runAlone(reader, candles, options, () => {
    const reading = readings.at(-1)
    // A feature that did not start has failed before this is asked.
    if (reading === undefined) throw new TypeError(`feature ${feature.name} was not started`)
    return read(reading)
  })
}

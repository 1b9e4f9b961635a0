import { Schema } from "effect"

import { CandleRing } from "../../../src/candles/CandleRing.ts"
import type { Candle } from "../../../src/domain/Candle.ts"
import type { Feature, RunningFeature } from "../../../src/plugin/defineFeature.ts"

/** A feature of one symbol, on what it is made from. */
export interface Following<Reading> {
  readonly reading: Reading
  readonly take: (candle: Candle) => void
  /** Shows a candle from before a restart, which the restored state knows already. */
  readonly recall: (candle: Candle) => void
  /** The states of the feature and of what it is made from, as JSON text. */
  readonly snapshot: () => string
  readonly restore: (snapshot: string) => void
}

/** Begins to follow candles. */
export const following = <Reading extends object>(feature: Feature<Reading>): Following<Reading> => {
  const needs: Array<RunningFeature<object>> = []
  const begin = <Each extends object>(each: Feature<Each>): RunningFeature<Each> =>
    each.start(
      Object.fromEntries(
        Object.entries(each.needs).map(([name, need]) => {
          const running = begin(need)
          needs.push(running)
          return [name, running.reading]
        })
      )
    )
  const running = begin(feature)
  const all = [...needs, running]
  const ring = new CandleRing(longestHistory(feature))
  return {
    reading: running.reading,
    take: (candle) => {
      ring.push(candle)
      for (const each of all) each.update(ring.view)
    },
    recall: (candle) => ring.push(candle),
    snapshot: () => JSON.stringify(all.map((each) => each.snapshot())),
    restore: (snapshot) => {
      const states = decodeStates(snapshot)
      all.forEach((each, index) => each.restore(states[index]))
    }
  }
}

/** What the feature shows after each of the candles. */
export const shownAfterEach = <Reading extends object, Shown>(
  feature: Feature<Reading>,
  candles: ReadonlyArray<Candle>,
  show: (reading: Reading) => Shown
): ReadonlyArray<Shown> => {
  const { reading, take } = following(feature)
  return candles.map((candle) => {
    take(candle)
    return show(reading)
  })
}

/** What the feature shows after each of the candles when it is taken down and restored after every one. */
export const shownWithRestarts = <Reading extends object, Shown>(
  feature: Feature<Reading>,
  candles: ReadonlyArray<Candle>,
  show: (reading: Reading) => Shown
): ReadonlyArray<Shown> => {
  let snapshot = following(feature).snapshot()
  return candles.map((candle, index) => {
    const { reading, recall, restore, snapshot: takeSnapshot, take } = following(feature)
    for (const earlier of candles.slice(Math.max(0, index - longestHistory(feature)), index)) recall(earlier)
    restore(snapshot)
    take(candle)
    snapshot = takeSnapshot()
    return show(reading)
  })
}

const longestHistory = (feature: Feature<object>): number =>
  Math.max(feature.history, ...Object.values(feature.needs).map(longestHistory))

const decodeStates = Schema.decodeUnknownSync(Schema.fromJsonString(Schema.Array(Schema.Unknown)))

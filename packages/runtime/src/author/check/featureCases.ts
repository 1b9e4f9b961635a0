import type { Candle, Feature } from "@mjolnir/core"

import type { CandleSeries } from "../CandleSeries.ts"
import { scenarioSeries } from "../scenarioSeries.ts"
import { type AuthorCase, immediateCase, passedUnless, skipped } from "./AuthorCase.ts"
import { firstDifference } from "./firstDifference.ts"
import { inAnotherWorld } from "./inAnotherWorld.ts"
import { runFeature } from "./runFeature.ts"

/** The cases that a feature keeps its contract. It is run as the host runs it, for a detector that reads it. */
export const featureCases = (
  feature: Feature<object>,
  { candles, interval }: CandleSeries = scenarioSeries(feature.interval ?? "1m", { atLeast: 4 * feature.warmUp })
): ReadonlyArray<AuthorCase> => {
  const read = (from = 0) => runFeature(feature, interval, candles.slice(from)).readings
  const extent = `${candles.length} candles`
  return [
    immediateCase(
      {
        id: "F01",
        title: "the same candles give the same values, and it never throws",
        reason: "detectors that read it would find something else on every replica and in a replay",
        hint: "go by the window and the state alone: no clock, no chance, nothing remembered elsewhere"
      },
      () => {
        const { faults, readings } = runFeature(feature, interval, candles)
        const [fault] = faults
        return passedUnless(fault ?? firstDifference("candle", readings, inAnotherWorld(read)), `${extent}, twice`)
      }
    ),
    immediateCase(
      {
        id: "F02",
        title: "after its warm-up it does not matter where it began",
        reason: "after a restart without a snapshot, detectors would find something else than before",
        hint: "raise warmUp, or let the state forget what has left the window"
      },
      () => {
        const whole = read()
        const starts = [0.2, 0.4, 0.6].map((share) => Math.floor(share * candles.length))
        const found = starts.map((from) => firstFarOff(whole, read(from), from, feature.warmUp, candles))
        return passedUnless(found.find(Boolean), `begun at ${starts.length} candles of ${candles.length}`)
      }
    ),
    immediateCase(
      {
        id: "F03",
        title: "a restart at any candle changes nothing",
        reason: "detectors that read it would find something else after a restart",
        hint: "let the Schema of the state hold everything that update goes by; NaN is no JSON"
      },
      () => {
        const { isSaved, readings } = runFeature(feature, interval, candles, { restartEvery: 1 })
        if (!isSaved) return skipped("its state declares no Schema, so it begins anew after a restart")
        return passedUnless(firstDifference("candle", read(), readings), extent)
      }
    )
  ]
}

/** The first value of the later run, once warm, that is farther than a thousandth from that of the whole run. */
const firstFarOff = (
  whole: ReadonlyArray<Values>,
  later: ReadonlyArray<Values>,
  from: number,
  warmUp: number,
  candles: ReadonlyArray<Candle>
): string | undefined => {
  for (let index = warmUp + 1; index < later.length; index++) {
    for (const [name, value] of Object.entries(later[index] ?? {})) {
      const expected = whole[from + index]?.[name]
      if (isNear(value, expected, candles[from + index]?.close ?? 1)) continue
      return `begun at candle ${from + 1}, ${index} candles later its ${name} is ${String(value)} instead of ${String(expected)}`
    }
  }
  return undefined
}

type Values = Readonly<Record<string, unknown>>

/** What a recursive average may keep of the time before its warm-up, as the SDK's own do: a thousandth of a price. */
const isNear = (value: unknown, expected: unknown, price: number): boolean =>
  typeof value === "number" && typeof expected === "number"
    ? Object.is(value, expected) ||
      Math.abs(value - expected) <= 1e-3 * Math.max(Math.abs(value), Math.abs(expected), price)
    : JSON.stringify(value) === JSON.stringify(expected)

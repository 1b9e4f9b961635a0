import { Arbitrary } from "effect"

import { epochMillis } from "../../domain/EpochMillis.ts"
import { StockSymbol } from "../../domain/StockSymbol.ts"
import type { Tick } from "../../domain/Tick.ts"
import { mostlyZero, whole } from "./choices.ts"

/** What a series of ticks is like. */
export interface TickSeriesOptions {
  /** `TEST` when left out. */
  readonly symbol?: string
  /** 0 when left out. */
  readonly minLength?: number
  /** 100 when left out. */
  readonly maxLength?: number
  /** Milliseconds by which a tick may arrive after a later one; 0, so that all are in order of time, when left out. */
  readonly latest?: number
}

/**
 * Series of ticks of one symbol in order of arrival, in cents around 10. Ticks at the same time, repeated prices and
 * ticks without a volume are common; now and then minutes pass without any. A failing series shrinks to few ticks in
 * order of time.
 *
 * @example
 * it.prop("takes them all", [tickSeries({ latest: 2_000 })], ([ticks]) => ticks.every(take))
 */
export const tickSeries = ({
  latest = 0,
  maxLength = 100,
  minLength = 0,
  symbol = "TEST"
}: TickSeriesOptions = {}): Arbitrary.Arbitrary<ReadonlyArray<Tick>> => {
  const of = StockSymbol.make(symbol)
  const step = Arbitrary.all({
    pause: whole(0, 5_000),
    quiet: mostlyZero(0, 3),
    move: whole(-2, 2),
    sized: mostlyZero(0, 10),
    late: latest === 0 ? Arbitrary.Constant(0) : mostlyZero(0, latest)
  })
  return Arbitrary.map(
    Arbitrary.array(step, { minLength, maxLength: Math.max(minLength, maxLength) }),
    (steps): ReadonlyArray<Tick> => {
      let arrival = firstTime
      let price = firstPrice
      return steps.map(({ late, move, pause, quiet, sized }) => {
        arrival += pause + quiet * 60_000
        price = Math.max(1, price + move)
        const tick = { symbol: of, time: epochMillis(arrival - late), price: price / 100 }
        return sized === 0 ? tick : { ...tick, volume: sized * 100 }
      })
    }
  )
}

/** In cents. */
const firstPrice = 1_000

/** 2025-07-23 13:30 UTC. */
const firstTime = Date.UTC(2025, 6, 23, 13, 30)

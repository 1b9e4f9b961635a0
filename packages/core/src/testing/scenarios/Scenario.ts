import type { Candle } from "../../domain/Candle.ts"
import type { Tick } from "../../domain/Tick.ts"

/** A made-up stretch of a market: the same for the same seed, for ever. */
export interface Scenario<Item extends Candle | Tick> {
  readonly name: string
  /** What is to be seen in it whatever the seed, in a sentence. */
  readonly shows: string
  /** Its candles in order of time, or its ticks in order of arrival. Any whole number is a seed. */
  readonly make: (seed: number) => ReadonlyArray<Item>
}

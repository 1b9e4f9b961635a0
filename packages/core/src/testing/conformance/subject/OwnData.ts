import type { Candle } from "../../../domain/Candle.ts"

/**
 * The candles of a series as their author holds them, in whose array and objects a detector's closure may look things up.
 * While they are lent, what comes after a candle can be taken away or spoilt in place.
 */
export interface OwnData {
  /** The candles as they were. */
  readonly originals: ReadonlyArray<Candle>
  /** Leaves the first `count` candles in the array. */
  readonly keep: (count: number) => void
  /** Puts this price and volume into all candles. */
  readonly spoil: (price: number, volume: number) => void
  /** Puts a candle back as it was. */
  readonly putBack: (index: number) => void
}

/** Lends the candles to `use`, and puts them back whatever happens. What is frozen stays as it is. */
export const lendOwnData = <Answer>(candles: ReadonlyArray<Candle>, use: (data: OwnData) => Answer): Answer => {
  const objects = [...candles]
  const originals = candles.map((candle) => ({ ...candle }))
  const putBack = (index: number): void => {
    const candle = objects[index]
    const original = originals[index]
    if (candle === undefined || original === undefined) return
    Reflect.set(candles, index, candle)
    assign(candle, original)
  }
  try {
    return use({
      originals,
      putBack,
      keep: (count) => {
        if (count < candles.length) Reflect.set(candles, "length", count)
        else for (let index = candles.length; index < count; index++) putBack(index)
      },
      spoil: (price, volume) => {
        const spoilt = { open: price, high: price, low: price, close: price, volume }
        for (const [index, candle] of objects.entries()) {
          if (Object.isFrozen(candle)) Reflect.set(candles, index, { ...candle, ...spoilt })
          else assign(candle, spoilt)
        }
      }
    })
  } finally {
    for (const index of objects.keys()) putBack(index)
  }
}

const assign = (candle: Candle, figures: Partial<Candle>): void => {
  for (const [name, value] of Object.entries(figures)) Reflect.set(candle, name, value)
}

import { CandleRing } from "@mjolnir/core/candles"
import { candles } from "@mjolnir/core/testing"
import { assert, describe, it } from "vitest"

import { meanRange } from "../src/mean-range.ts"

const someCandles = candles(`
  open  high   low  close
  10.0  10.5  10.0   10.25
  10.0  10.5   9.5   10.0
  10.0  11.5  10.0   11.0
  11.0  11.5  11.0   11.25
`)

/** What a detector reads after each candle. `keep` may put something else in the place of the feature on the way. */
const readingsOf = (period: number, keep = (feature: ReturnType<typeof started>) => feature): ReadonlyArray<number> => {
  const ring = new CandleRing(meanRange(period).history)
  let feature = started(period)
  return someCandles.map((candle) => {
    ring.push(candle)
    feature.update(ring.view)
    feature = keep(feature)
    return feature.reading.value
  })
}

/** The feature of one symbol. */
const started = (period: number) => meanRange(period).start({})

describe("mean-range", () => {
  it("is the mean of the ranges of the last candles, once there are enough of them", () => {
    assert.deepStrictEqual(readingsOf(2), [Number.NaN, 0.75, 1.25, 1])
    assert.deepStrictEqual(readingsOf(3), [Number.NaN, Number.NaN, 1, 1])
  })

  it("goes on after a restart as if there had been none", () => {
    const restarted = readingsOf(2, (before) => {
      const after = started(2)
      after.restore(before.snapshot())
      return after
    })
    assert.deepStrictEqual(restarted, readingsOf(2))
  })
})

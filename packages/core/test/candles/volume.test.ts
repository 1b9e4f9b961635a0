import { assert, describe, it } from "@effect/vitest"
import { Arbitrary } from "effect"

import { CandleBuilder, defaultCandleSettings } from "../../src/candles/CandleBuilder.ts"
import type { CandleSettings } from "../../src/candles/CandleBuilder.ts"
import { whole } from "../support/arbitraries.ts"
import { start } from "../support/candles.ts"

const unsized = Number.NaN

/** The volume of a candle with the given ticks, each a second after the one before. */
const volumeOf = (mode: CandleSettings["volumeMode"], volumes: ReadonlyArray<number>): number | undefined => {
  const builder = new CandleBuilder({ ...defaultCandleSettings, volumeMode: mode }, () => {})
  volumes.forEach((volume, second) => builder.add(start + second * 1000, 1.5, volume))
  return builder.openCandles()[0]?.volume
}

describe("the volume of a candle", () => {
  it("is the sum of the prints", () => {
    assert.strictEqual(volumeOf("trade", [200, 0, 12.5]), 212.5)
  })

  it("counts 100 shares for a print of unknown size", () => {
    assert.strictEqual(volumeOf("trade", [unsized, unsized, 50]), 250)
  })
})

describe("the volume of a candle from the day's volume so far", () => {
  it("is what the day's volume grew by since the tick before", () => {
    assert.strictEqual(volumeOf("cumulative", [1_000, 1_250, 1_300]), 300)
  })

  it("counts nothing for the first tick, whose predecessors are unknown", () => {
    assert.strictEqual(volumeOf("cumulative", [1_000]), 0)
  })

  it("counts nothing for a tick that does not say the day's volume", () => {
    assert.strictEqual(volumeOf("cumulative", [1_000, unsized, 1_300]), 300)
  })

  it("counts a new day from 0 when the day's volume falls below half", () => {
    assert.strictEqual(volumeOf("cumulative", [1_000, 499, 600]), 600)
  })

  it("counts nothing for a correction, which falls to half or more", () => {
    assert.strictEqual(volumeOf("cumulative", [1_000, 500]), 0)
  })

  it("counts on from a correction", () => {
    assert.strictEqual(volumeOf("cumulative", [1_000, 900, 950]), 50)
  })

  it("counts nothing for a tick that is older than the newest", () => {
    const builder = new CandleBuilder({ ...defaultCandleSettings, volumeMode: "cumulative" }, () => {})
    builder.add(start + 1_000, 1.5, 1_000)
    builder.add(start + 3_000, 1.5, 1_500)
    builder.add(start + 2_000, 1.5, 1_200)
    builder.add(start + 4_000, 1.5, 1_600)
    assert.strictEqual(builder.openCandles()[0]?.volume, 600)
  })

  it("goes to the candle of the tick that tells of it", () => {
    const volumes: Array<number> = []
    const builder = new CandleBuilder({ ...defaultCandleSettings, volumeMode: "cumulative" }, (candle) =>
      volumes.push(candle.volume)
    )
    builder.add(start, 1.5, 1_000)
    builder.add(start + 59_000, 1.5, 1_200)
    builder.add(start + 61_000, 1.5, 1_500)
    builder.closeUpTo(start + 200_000)
    assert.deepStrictEqual(volumes, [200, 300])
  })

  it.prop(
    "adds up to what the day's volume grew by, over all candles, when it never falls",
    [Arbitrary.array(Arbitrary.all([whole(0, 90_000), whole(0, 5_000)]), { minLength: 1, maxLength: 40 })],
    ([steps]) => {
      let volume = 0
      const builder = new CandleBuilder({ ...defaultCandleSettings, volumeMode: "cumulative" }, (candle) => {
        volume += candle.volume
      })
      let time = start
      let day = 10_000
      for (const [millis, shares] of steps) {
        builder.add((time += millis), 1.5, (day += shares))
      }
      builder.closeUpTo(Number.POSITIVE_INFINITY)
      assert.strictEqual(volume, day - 10_000 - (steps[0]?.[1] ?? 0))
    }
  )
})

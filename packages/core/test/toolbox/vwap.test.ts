import { assert, describe, it } from "@effect/vitest"

import { epochMillis } from "../../src/domain/EpochMillis.ts"
import { vwap } from "../../src/toolbox/index.ts"
import { candleAt } from "../support/candles.ts"
import { shownAfterEach } from "./support/following.ts"

const at = (time: string, close: number, volume: number) =>
  candleAt(0, { time: epochMillis(Date.parse(time)), close, volume })

describe("vwap", () => {
  it("weights each typical price of the day with its volume and begins anew at midnight UTC", () => {
    const shown = shownAfterEach(
      vwap("day"),
      [
        at("2025-07-23T23:58:00Z", 10, 100),
        at("2025-07-23T23:59:00Z", 20, 300),
        at("2025-07-24T00:00:00Z", 30, 100),
        at("2025-07-24T00:01:00Z", 40, 100)
      ],
      ({ value }) => value
    )
    assert.deepStrictEqual(shown, [10, 17.5, 30, 35])
  })

  it("is NaN while nothing was traded", () => {
    const candles = [at("2025-07-23T13:30:00Z", 10, 0), at("2025-07-23T13:31:00Z", 11, 200)]
    assert.deepStrictEqual(
      shownAfterEach(vwap("day"), candles, ({ value }) => value),
      [Number.NaN, 11]
    )
    assert.deepStrictEqual(
      shownAfterEach(vwap(1), candles.toReversed(), ({ value }) => value),
      [11, Number.NaN]
    )
  })

  it("of the day is the same to the last bit wherever it began, once it is warm", () => {
    const feature = vwap("day")
    const minutes = Array.from({ length: 2 * feature.warmUp }, (_, index) =>
      candleAt(index, { close: 10 + (index % 37) / 100, volume: 100 + (index % 11) })
    )
    const both = ({ previous, value }: { readonly previous: number; readonly value: number }) => [value, previous]
    const early = shownAfterEach(feature, minutes, both)
    // The first of the candles is of 13:30, so that the day ends 630 candles later.
    for (const begun of [0, 629, 630, 631, 700]) {
      assert.deepStrictEqual(
        shownAfterEach(feature, minutes.slice(begun), both).slice(feature.warmUp - 1),
        early.slice(begun + feature.warmUp - 1)
      )
    }
  })
})

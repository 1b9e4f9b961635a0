import { assert, describe, it } from "@effect/vitest"
import { matchesOf } from "@mjolnir/core/testing"

import { bullFlag } from "../../src/classic/bullFlag.ts"
import { type Bar, candlesOf, matchesAtEnd, plain } from "./bars.ts"
import { everyBullFlag } from "./everyBullFlag.ts"
import { readFixture } from "./recorded.ts"

const pole = [plain(9.8, 10.2), plain(10.2, 10.5), plain(10.5, 10.8), plain(10.8, 11.3)]
const flag = [plain(10.9, 10.7), plain(10.8, 10.9), plain(10.8, 10.6), plain(10.7, 10.8), plain(10.7, 10.58)]

describe("a bull flag", () => {
  it("is a steep rise and a pause that gives a part of it back", () => {
    const [poleLow, poleHigh, flagHigh, flagLow] = [9.8 - 0.01, 11.3 + 0.01, 10.9 + 0.01, 10.58 - 0.01]
    const [match] = matchesAtEnd(bullFlag, [...pole, ...flag])
    assert.strictEqual(match?.direction, "bullish")
    assert.strictEqual(match?.trigger, 0)
    assert.strictEqual(match?.price, 10.58)
    assert.deepStrictEqual(match?.anchors, [8, 5, 0])
    assert.deepStrictEqual(match?.metadata, {
      candles_involved: 9,
      flagpole_length: 4,
      flag_length: 5,
      setup_type: "pre_breakout",
      valid: true,
      flagpole_gain: (poleHigh - poleLow) / poleLow,
      pullback_ratio: (poleHigh - flagLow) / (poleHigh - poleLow),
      flag_range: (flagHigh - flagLow) / flagHigh,
      flagpole_low: poleLow,
      flagpole_high: poleHigh,
      flag_high: flagHigh,
      flag_low: flagLow
    })
    assert.strictEqual(match?.confidence, Math.min(1, 0.6 + 0.15 + 0.15 + 0.1 + 0.05))
  })

  it("is not there when the pole is too weak", () => {
    const weak = [plain(10.8, 10.85), plain(10.85, 10.9), plain(10.9, 10.95), plain(10.95, 11)]
    assert.deepStrictEqual(matchesAtEnd(bullFlag, [...weak, ...flag]), [])
  })

  it("is not there when the flag gives back too much or the price has left it upwards", () => {
    assert.deepStrictEqual(matchesAtEnd(bullFlag, [...pole, ...flag.with(4, plain(10.7, 9.9))]), [])
    assert.deepStrictEqual(matchesAtEnd(bullFlag, [...pole, ...flag.with(4, plain(10.7, 12))]), [])
  })

  it("is not there when the flag does not turn", () => {
    const falling = [11, 10.9, 10.8, 10.7, 10.6].map((price) => plain(price, price - 0.1))
    assert.deepStrictEqual(matchesAtEnd(bullFlag, [...pole, ...falling]), [])
  })

  it("is not there when the flag is lower than 1 % of its high, unless the settings allow it", () => {
    const narrow = [10.66, 10.65, 10.64, 10.63, 10.65].map((price) => plain(price, price + 0.02))
    assert.deepStrictEqual(matchesAtEnd(bullFlag, [...pole, ...narrow]), [])
    assert.lengthOf(matchesAtEnd(bullFlag, [...pole, ...narrow], { minimumFlagRange: 0.001 }), 1)
  })

  it("is not looked for before the eighth candle", () => {
    assert.deepStrictEqual(matchesAtEnd(bullFlag, [...pole.slice(1), ...flag.slice(1)]), [])
  })

  for (const name of ["c1-LOOP", "c3-PHIO", "c5-LYEL", "c6-NAMM"]) {
    it(`is the best of all poles and flags in up to 27 candles of ${name}`, () => {
      const bars = readFixture(name).candles.map(({ candle }): Bar => [
        candle.open,
        candle.high,
        candle.low,
        candle.close
      ])
      const best = bars.map((_, newest) => {
        const flags = everyBullFlag(bars.slice(Math.max(0, newest - 26), newest + 1))
        const highest = Math.max(...flags.map(({ confidence }) => confidence))
        return flags.find(({ confidence }) => confidence === highest)
      })
      const found = matchesOf(bullFlag, candlesOf(bars)).map(([match]) =>
        match === undefined
          ? undefined
          : {
              poleLength: match.metadata?.["flagpole_length"],
              flagLength: match.metadata?.["flag_length"],
              confidence: match.confidence
            }
      )
      assert.deepStrictEqual(found, best)
    })
  }
})

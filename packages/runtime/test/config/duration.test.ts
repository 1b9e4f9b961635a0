import { assert, describe, it } from "@effect/vitest"
import { Duration, Option, Result, Schema } from "effect"

import { DurationText, parseDuration } from "../../src/config/duration.ts"

describe("a duration as people write it", () => {
  const millis = (text: string) => Option.getOrUndefined(Option.map(parseDuration(text), Duration.toMillis))

  it("is a number with a unit, or 0", () => {
    const forms = { "5m": 300_000, "300s": 300_000, "90 seconds": 90_000, "0": 0, "0s": 0, "1.5h": 5_400_000 }
    for (const [text, expected] of Object.entries(forms)) assert.strictEqual(millis(text), expected, text)
    assert.deepStrictEqual(["250ms", "1 Minute", "2d", "1 hour"].map(millis), [250, 60_000, 172_800_000, 3_600_000])
  })

  it("is nothing else", () => {
    for (const text of ["", "5", "m", "-5m", "5x", "5m 3s", "1e3s", "five minutes"])
      assert.isUndefined(millis(text), text)
  })
})

describe("a duration in a variable", () => {
  const decode = Schema.decodeUnknownResult(DurationText)

  it("is read as people write it, spaces around it or not", () => {
    for (const text of ["90s", " 90 s ", "1.5m", "90 seconds", "90000ms"]) {
      assert.deepStrictEqual(Result.map(decode(text), Duration.toMillis), Result.succeed(90_000), text)
    }
  })

  for (const text of [" ", "5", "-5m", "5 parsecs", "NaN", "Infinity"]) {
    it(`is not "${text}", and the complaint shows how one is written`, () => {
      const decoded = decode(text)
      assert.include(String(Result.isFailure(decoded) && decoded.failure), "a duration such as 5m, 300s")
    })
  }

  it("survives being written and read", () => {
    assert.strictEqual(Schema.encodeSync(DurationText)(Duration.seconds(90)), "90000ms")
    assert.deepStrictEqual(decode("90000ms"), Result.succeed(Duration.seconds(90)))
  })
})

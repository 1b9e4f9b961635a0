import { assert, describe, it } from "@effect/vitest"
import { Duration, Result, Schema } from "effect"

import { DurationText } from "../../src/config/duration.ts"

const decode = Schema.decodeUnknownResult(DurationText)

describe("a duration in a variable", () => {
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

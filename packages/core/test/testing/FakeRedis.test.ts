import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"

import { Redis } from "../../src/services/Redis.ts"
import { FakeRedis } from "../../src/testing/FakeRedis.ts"

describe("FakeRedis", () => {
  it.effect("tells whether and how often keys were asked for", () =>
    Effect.gen(function* () {
      const fake = yield* FakeRedis
      const redis = yield* Redis
      fake.expectScanned("scanner:", 0)
      assert.throws(
        () => fake.expectScanned("scanner:"),
        /are asked for\n  expected: at least once\n  actual:   0 times/
      )
      yield* redis.keysWithPrefix("scanner:")
      fake.expectScanned("scanner:")
      fake.expectScanned("scanner:", 1)
      assert.throws(() => fake.expectScanned("scanner:", 2), /expected: 2 times\n  actual:   once/)
      assert.throws(() => fake.expectScanned("other:"), "SCAN scanner:")
    }).pipe(Effect.provide(FakeRedis.layer))
  )
})

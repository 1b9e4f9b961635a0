import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber } from "effect"

import { Outbox, type OutboxItem } from "../../src/services/Outbox.ts"
import { detectionWith } from "../../src/testing/detectionWith.ts"
import { FakeOutbox } from "../../src/testing/FakeOutbox.ts"

const itemOf = (symbol: string): OutboxItem => ({
  detection: detectionWith({ symbol }),
  candle: { open: 1, high: 1, low: 1, close: 1, volume: 1 },
  closedAt: 0
})

describe("FakeOutbox", () => {
  it.effect("remembers what was put into it", () =>
    Effect.gen(function* () {
      const fake = yield* FakeOutbox
      const outbox = yield* Outbox
      fake.expectNotPublished()
      outbox.offer(itemOf("AAPL"))
      fake.expectPublished({ symbol: "AAPL" })
      fake.expectNotPublished({ symbol: "MSFT" })
      assert.throws(() => fake.expectPublished({ symbol: "AAPL", confidence: 0.1 }), '"confidence":0.9')
      assert.throws(() => fake.expectNotPublished(), "no such detection is published")
      fake.forget()
      fake.expectNotPublished()
    }).pipe(Effect.provide(FakeOutbox.layer))
  )

  it.effect("keeps an item until its delivery succeeds", () =>
    Effect.gen(function* () {
      const outbox = yield* Outbox
      outbox.offer(itemOf("AAPL"))
      const refused = yield* Effect.flip(outbox.deliverNext(() => Effect.fail("refused")))
      assert.deepStrictEqual([refused, outbox.size()], ["refused", 1])
      yield* outbox.deliverNext(() => Effect.void)
      assert.strictEqual(outbox.size(), 0)
    }).pipe(Effect.provide(FakeOutbox.layer))
  )

  it.effect("lets delivery wait for the next item", () =>
    Effect.gen(function* () {
      const outbox = yield* Outbox
      const delivered: Array<string> = []
      const delivery = yield* Effect.forkChild(
        outbox.deliverNext(({ detection }) => Effect.sync(() => delivered.push(detection.symbol)))
      )
      yield* Effect.yieldNow
      assert.deepStrictEqual(delivered, [])
      outbox.offer(itemOf("AAPL"))
      yield* Fiber.join(delivery)
      assert.deepStrictEqual(delivered, ["AAPL"])
    }).pipe(Effect.provide(FakeOutbox.layer))
  )
})

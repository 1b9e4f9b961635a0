import { assert, describe, it } from "@effect/vitest"

import { detectionWith } from "../../src/testing/detectionWith.ts"
import { makeFakeSink } from "../../src/testing/FakeSink.ts"
import { deliverTo } from "../../src/testing/runs/deliverTo.ts"

const delivery = (symbol: string) => ({
  detection: detectionWith({ symbol }),
  candle: { open: 1, high: 1, low: 1, close: 1, volume: 1 }
})

/** What a promise fails with, in words. */
const failureOf = (promise: Promise<void>): Promise<string> =>
  promise.then(
    () => "no failure",
    (cause: unknown) => (cause instanceof Error ? cause.message : String(cause))
  )

describe("makeFakeSink", () => {
  it("remembers what was delivered to it", async () => {
    const fake = makeFakeSink()
    fake.expectNotDelivered()
    await deliverTo(fake.sink, [delivery("AAPL"), delivery("MSFT")])
    assert.deepStrictEqual(fake.deliveries, [delivery("AAPL"), delivery("MSFT")])
    fake.expectDelivered({ symbol: "MSFT", pattern: "MADE_UP" })
    fake.expectNotDelivered({ symbol: "LOOP" })
    assert.throws(() => fake.expectDelivered({ symbol: "LOOP" }), "a detection with these fields is delivered")
  })

  it("fails as often as it is told to, and delivers again after that", async () => {
    const fake = makeFakeSink()
    fake.failNext(2, "503")
    assert.include(await failureOf(deliverTo(fake.sink, [delivery("AAPL")])), "503")
    assert.include(await failureOf(deliverTo(fake.sink, [delivery("AAPL")])), "503")
    fake.expectNotDelivered()
    await deliverTo(fake.sink, [delivery("AAPL")])
    fake.expectDelivered({ symbol: "AAPL" })
    assert.strictEqual(fake.attempts(), 3)
  })
})

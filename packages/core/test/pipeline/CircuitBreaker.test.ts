import { assert, describe, it } from "@effect/vitest"

import { CircuitBreaker } from "../../src/pipeline/CircuitBreaker.ts"

const settings = { afterFailures: 3, firstPauseMillis: 100, longestPauseMillis: 400 }

/** A breaker that has opened at time 0. */
const opened = (): CircuitBreaker => {
  const breaker = new CircuitBreaker(settings)
  for (let failure = 0; failure < 3; failure++) breaker.failed(0)
  return breaker
}

describe("a circuit breaker", () => {
  it("lets calls through until there are so many failures in a row", () => {
    const breaker = new CircuitBreaker(settings)
    breaker.failed(0)
    breaker.failed(0)
    assert.isTrue(breaker.allows(0))
    breaker.failed(0)
    assert.isFalse(breaker.allows(0))
    assert.strictEqual(breaker.state, "open")
  })

  it("begins to count anew after a success", () => {
    const breaker = new CircuitBreaker(settings)
    for (let round = 0; round < 5; round++) {
      breaker.failed(0)
      breaker.failed(0)
      breaker.succeeded()
    }
    assert.strictEqual(breaker.state, "closed")
  })

  it("is half open when its pause is over, and closed by a success", () => {
    const breaker = opened()
    assert.isFalse(breaker.allows(99))
    assert.isTrue(breaker.allows(100))
    assert.strictEqual(breaker.state, "half_open")
    breaker.succeeded()
    assert.strictEqual(breaker.state, "closed")
  })

  it("pauses twice as long each time the probe fails, up to the longest", () => {
    const breaker = opened()
    const pauses: Array<number> = []
    let now = 0
    for (let probe = 0; probe < 4; probe++) {
      const began = now
      while (!breaker.allows(now)) now += 50
      pauses.push(now - began)
      breaker.failed(now)
    }
    assert.deepStrictEqual(pauses, [100, 200, 400, 400])
  })

  it("is opened again by a single failure of the probe, and pauses as at first after it has closed", () => {
    const breaker = opened()
    assert.isTrue(breaker.allows(100))
    breaker.failed(100)
    assert.isTrue(breaker.allows(300))
    breaker.succeeded()
    for (let failure = 0; failure < 3; failure++) breaker.failed(1_000)
    assert.isFalse(breaker.allows(1_099))
    assert.isTrue(breaker.allows(1_100))
  })

  it("is half open when time goes back by more than any pause, as from one recording to an earlier one", () => {
    const breaker = new CircuitBreaker(settings)
    for (let failure = 0; failure < 3; failure++) breaker.failed(1_000_000)
    assert.isFalse(breaker.allows(1_000_000 - 400), "another symbol may be a little behind")
    assert.isTrue(breaker.allows(1_000_000 - 401))
    assert.strictEqual(breaker.state, "half_open")
  })
})

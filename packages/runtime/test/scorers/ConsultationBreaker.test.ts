import { assert, describe, it } from "@effect/vitest"

import { ConsultationBreaker } from "../../src/scorers/ConsultationBreaker.ts"

/** A breaker that has opened at time 0. */
const opened = () => {
  const breaker = new ConsultationBreaker()
  for (let failure = 0; failure < 5; failure++) breaker.failed(0)
  return breaker
}

describe("a breaker of consultations", () => {
  it("lets calls through until five in a row have failed", () => {
    const breaker = new ConsultationBreaker()
    for (let failure = 0; failure < 4; failure++) breaker.failed(0)
    breaker.succeeded()
    for (let failure = 0; failure < 4; failure++) breaker.failed(0)
    assert.isTrue(breaker.admits(0))
    breaker.failed(0)
    assert.isFalse(breaker.admits(0))
  })

  it("lets one probe through after thirty seconds", () => {
    const breaker = opened()
    assert.isFalse(breaker.admits(29_999))
    assert.isTrue(breaker.admits(30_000))
    assert.isFalse(breaker.admits(30_000))
  })

  it("closes when the probe succeeds", () => {
    const breaker = opened()
    breaker.admits(30_000)
    breaker.succeeded()
    assert.deepStrictEqual([breaker.admits(30_001), breaker.admits(30_001)], [true, true])
    breaker.failed(30_001)
    assert.isTrue(breaker.admits(30_001))
  })

  it("opens for thirty seconds more when the probe fails", () => {
    const breaker = opened()
    breaker.admits(40_000)
    breaker.failed(40_500)
    assert.isFalse(breaker.admits(70_499))
    assert.isTrue(breaker.admits(70_500))
  })

  it("is not kept open by calls that began before it opened", () => {
    const breaker = opened()
    breaker.failed(400)
    assert.isTrue(breaker.admits(30_000))
  })

  it("lets another probe through when one was stopped before it said anything", () => {
    const breaker = opened()
    breaker.admits(30_000)
    breaker.abandoned()
    assert.isTrue(breaker.admits(30_000))
  })
})

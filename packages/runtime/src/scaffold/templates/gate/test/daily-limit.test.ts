import { detectionWith } from "@mjolnir/core/testing"
import { Result } from "effect"
import { assert, describe, it } from "vitest"

import { dailyLimit } from "../src/daily-limit.ts"

/** The gate of one symbol, with these settings. */
const gate = (settings: object) => Result.getOrThrow(dailyLimit.configure(settings)).start()

/** What the host does: it asks, and tells the gate when the detection has passed. */
const decide = (one: ReturnType<typeof gate>, time: string): string => {
  const detection = detectionWith({ confirmedAt: Date.parse(time) })
  const reason = one.decide(detection)
  if (reason === undefined) one.passed(detection)
  return reason ?? "passed"
}

describe("daily-limit", () => {
  it("lets as many pass as a day may have, and begins anew on the next day", () => {
    const one = gate({ perDay: 2 })
    assert.strictEqual(decide(one, "2025-07-23T14:00:00Z"), "passed")
    assert.strictEqual(decide(one, "2025-07-23T15:00:00Z"), "passed")
    assert.strictEqual(decide(one, "2025-07-23T23:59:00Z"), "daily_limit")
    assert.strictEqual(decide(one, "2025-07-24T00:00:00Z"), "passed")
  })

  it("does not count what another gate has held back", () => {
    const one = gate({ perDay: 1 })
    one.decide(detectionWith({ confirmedAt: Date.parse("2025-07-23T14:00:00Z") }))
    assert.strictEqual(decide(one, "2025-07-23T15:00:00Z"), "passed")
  })

  it("remembers the day after a restart", () => {
    const before = gate({ perDay: 1 })
    decide(before, "2025-07-23T14:00:00Z")
    const after = gate({ perDay: 1 })
    after.restore(before.snapshot())
    assert.strictEqual(decide(after, "2025-07-23T15:00:00Z"), "daily_limit")
  })

  it("says what is wrong with a setting", () => {
    const { message } = Result.getOrThrow(Result.flip(dailyLimit.configure({ perDay: 0 })))
    assert.include(message, "perDay")
  })
})

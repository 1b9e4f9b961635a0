import { decisionsOf, detectionWith } from "@mjolnir/core/testing"
import { assert, describe, it } from "vitest"

import { dailyLimit } from "../src/daily-limit.ts"

/** Detections that are confirmed at these times. */
const at = (...times: ReadonlyArray<string>) =>
  times.map((time) => detectionWith({ confirmedAt: Date.parse(`2025-07-${time}Z`) }))

describe("daily-limit", () => {
  it("lets as many pass as a day may have, and begins anew on the next day", () => {
    const decisions = decisionsOf(dailyLimit, at("23T14:00", "23T15:00", "23T23:59", "24T00:00"), {
      settings: { perDay: 2 }
    })
    assert.deepStrictEqual(decisions, ["published", "published", "daily_limit", "published"])
  })

  it("does not count what another gate has held back", () => {
    const detections = at("23T14:00", "23T15:00")
    const decisions = decisionsOf(dailyLimit, detections, {
      settings: { perDay: 1 },
      holdsBack: (detection) => detection === detections[0]
    })
    assert.deepStrictEqual(decisions, ["another_gate", "published"])
  })

  it("remembers the day after a restart", () => {
    const decisions = decisionsOf(dailyLimit, at("23T14:00", "23T15:00"), { settings: { perDay: 1 }, restarts: true })
    assert.deepStrictEqual(decisions, ["published", "daily_limit"])
  })

  it("says what is wrong with a setting", () => {
    assert.throws(() => decisionsOf(dailyLimit, [], { settings: { perDay: 0 } }), "perDay")
  })
})

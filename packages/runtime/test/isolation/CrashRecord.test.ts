import { assert, describe, it } from "@effect/vitest"

import { CrashRecord } from "../../src/isolation/CrashRecord.ts"
import { crashAtStart } from "../../src/isolation/PluginCrash.ts"

const crash = crashAtStart("three", "it is not there")
const second = 1_000

/** The pauses in seconds after so many crashes in a row, each thread living `life` and answering at its end. */
const pauses = (record: CrashRecord, crashes: number, life = 0): ReadonlyArray<number> => {
  let now = 0
  return Array.from({ length: crashes }, () => {
    record.started(now)
    now += life
    record.answered(now)
    const pause = record.crashed(crash, now)
    now += pause
    return pause / second
  })
}

describe("a plugin that crashes again and again", () => {
  it("is started again after pauses that double, and suspended for longer and longer after the fifth crash", () => {
    assert.deepStrictEqual(pauses(new CrashRecord(), 11), [0.1, 0.2, 0.4, 0.8, 30, 60, 120, 240, 480, 600, 600])
  })

  it("is as new when it has answered for a minute", () => {
    assert.deepStrictEqual(pauses(new CrashRecord(), 3, 60 * second), [0.1, 0.1, 0.1])
    assert.deepStrictEqual(pauses(new CrashRecord(), 3, 59 * second), [0.1, 0.2, 0.4])
  })

  it("has a breaker that is open while it is suspended, half open while it tries, and closed again", () => {
    const record = new CrashRecord()
    pauses(record, 4)
    assert.strictEqual(record.breaker, "closed")
    pauses(record, 1)
    assert.strictEqual(record.breaker, "open")
    record.started(0)
    assert.strictEqual(record.breaker, "half_open")
    record.answered(59 * second)
    assert.strictEqual(record.breaker, "half_open")
    record.answered(60 * second)
    assert.strictEqual(record.breaker, "closed")
    assert.strictEqual(record.crashes, 5)
    assert.strictEqual(record.last?.crash, crash)
  })
})

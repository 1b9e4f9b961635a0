import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

import { defineGate } from "../../../src/plugin/defineGate.ts"
import { param } from "../../../src/plugin/param.ts"
import { InvalidParams } from "../../../src/plugin/params.ts"
import { detectionWith } from "../../../src/testing/detectionWith.ts"
import { decisionsOf } from "../../../src/testing/runs/decisionsOf.ts"
import { PartFailed } from "../../../src/testing/runs/PartFailed.ts"

const params = Schema.Struct({ most: param(Schema.Int, "Detections that a symbol may have", 1) })
const Passed = Schema.Struct({ passed: Schema.mutableKey(Schema.Int) })

/** Lets a number of detections pass; whether it survives a restart is up to the test. */
const limit = (isSaved = true) =>
  defineGate({
    name: "limit",
    version: "1.0.0",
    summary: "Lets some pass",
    reasons: ["limit"],
    params,
    state: isSaved ? { init: () => ({ passed: 0 }), schema: Passed } : { init: () => ({ passed: 0 }) },
    decide: (_detection, { passed }, { most }) => (passed < most ? undefined : "limit"),
    passed: (_detection, state) => {
      state.passed++
    }
  })

const three = [detectionWith(), detectionWith(), detectionWith()]

describe("decisionsOf", () => {
  it("says what is published and why the rest is held back", () => {
    assert.deepStrictEqual(decisionsOf(limit(), three), ["published", "limit", "limit"])
  })

  it("configures the gate with the settings", () => {
    assert.deepStrictEqual(decisionsOf(limit(), three, { settings: { most: 2 } }), ["published", "published", "limit"])
    assert.throws(() => decisionsOf(limit(), three, { settings: { most: "all" } }), InvalidParams, "most")
  })

  it("keeps symbols apart", () => {
    const symbols = ["AAPL", "MSFT", "AAPL"].map((symbol) => detectionWith({ symbol }))
    assert.deepStrictEqual(decisionsOf(limit(), symbols), ["published", "published", "limit"])
  })

  it("does not tell the gate that something has passed which another gate holds back", () => {
    const detections = [0.1, 0.9, 0.9].map((confidence) => detectionWith({ confidence }))
    const holdsBack = ({ confidence }: { readonly confidence: number }) => confidence < 0.5
    assert.deepStrictEqual(decisionsOf(limit(), detections, { holdsBack }), ["another_gate", "published", "limit"])
  })

  it("restarts the host before each detection when told to", () => {
    assert.deepStrictEqual(decisionsOf(limit(true), three, { restarts: true }), ["published", "limit", "limit"])
    assert.deepStrictEqual(decisionsOf(limit(false), three, { restarts: true }), [
      "published",
      "published",
      "published"
    ])
  })

  it("throws where a host would count a failure, and says at which detection", () => {
    const failing = defineGate({
      name: "failing",
      version: "1.0.0",
      summary: "Throws at what is bearish",
      reasons: ["never"],
      params: Schema.Struct({}),
      decide: ({ direction }) => {
        if (direction === "bearish") throw new Error("oh")
        return undefined
      }
    })
    assert.throws(
      () => decisionsOf(failing, [detectionWith(), detectionWith({ direction: "bearish" })]),
      PartFailed,
      /^gate failing@1\.0\.0, at detection 2 of 2: .*oh/
    )
  })
})

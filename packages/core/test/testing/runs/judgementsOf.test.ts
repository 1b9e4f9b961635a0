import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer, Schema } from "effect"

import { defineScorer, type Judgement } from "../../../src/plugin/defineScorer.ts"
import { param } from "../../../src/plugin/param.ts"
import { InvalidParams } from "../../../src/plugin/params.ts"
import { detectionWith } from "../../../src/testing/detectionWith.ts"
import { judgementsOf } from "../../../src/testing/runs/judgementsOf.ts"
import { PartFailed } from "../../../src/testing/runs/PartFailed.ts"

const identity = {
  version: "1.0.0",
  summary: "Made up",
  params: Schema.Struct({ share: param(Schema.Finite, "Share of the confidence", 1) })
}

const pure = defineScorer({
  ...identity,
  name: "pure",
  score: ({ confidence }, { share }) => ({ probability: share * confidence, model: "pure" })
})

/** A scorer that asks a service and tells when that is closed. */
const asking = (consult: (confidence: number) => Effect.Effect<Judgement, string>, log: Array<string> = []) =>
  defineScorer({
    ...identity,
    name: "asking",
    consult: ({ confidence }) => consult(confidence),
    layer: Layer.effectDiscard(Effect.addFinalizer(() => Effect.sync(() => log.push("closed"))))
  })

const detections = [0.5, 0.25].map((confidence) => detectionWith({ confidence }))

/** What the promise is rejected with. */
const failureOf = (judgements: Promise<unknown>): Promise<unknown> =>
  judgements.then(
    () => "no failure",
    (cause: unknown) => cause
  )

describe("judgementsOf a pure scorer", () => {
  it("gives what it says of each detection", async () => {
    assert.deepStrictEqual(await judgementsOf(pure, detections, { settings: { share: 0.5 } }), [
      { probability: 0.25, model: "pure" },
      { probability: 0.125, model: "pure" }
    ])
  })

  it("rejects settings that do not fit, and what a host does not take", async () => {
    assert.instanceOf(await failureOf(judgementsOf(pure, detections, { settings: { share: "half" } })), InvalidParams)
    const failure = await failureOf(judgementsOf(pure, detections, { settings: { share: 3 } }))
    assert.instanceOf(failure, PartFailed)
    assert.match(String(failure), /scorer pure@1\.0\.0, at detection 1 of 2: gave the probability 1\.5/)
  })
})

describe("judgementsOf a scorer that asks a service", () => {
  it("gives what it says of each detection, and closes it", async () => {
    const log: Array<string> = []
    const scorer = asking((confidence) => Effect.succeed({ probability: confidence, model: "asked" }), log)
    assert.deepStrictEqual(await judgementsOf(scorer, detections), [
      { probability: 0.5, model: "asked" },
      { probability: 0.25, model: "asked" }
    ])
    assert.deepStrictEqual(log, ["closed"])
  })

  it("rejects with what it fails with and where, and closes it", async () => {
    const log: Array<string> = []
    const scorer = asking((confidence) => (confidence < 0.5 ? Effect.fail("503") : Effect.succeed(sure)), log)
    const failure = await failureOf(judgementsOf(scorer, detections))
    assert.instanceOf(failure, PartFailed)
    assert.include(String(failure), "scorer asking@1.0.0, at detection 2 of 2: 503")
    assert.deepStrictEqual(log, ["closed"])
  })

  it("rejects what a host does not take", async () => {
    const scorer = asking((confidence) => Effect.succeed({ ...sure, probability: 4 * confidence }))
    assert.include(
      String(await failureOf(judgementsOf(scorer, detections))),
      "detection 1 of 2: gave the probability 2"
    )
  })
})

const sure: Judgement = { probability: 1, model: "asked" }

import { assert, describe, it } from "@effect/vitest"
import { Effect, Result, Schema } from "effect"

import { defineScorer, type Scorer } from "../../src/plugin/defineScorer.ts"
import { detection, Prefix, Suffix } from "../support/effectfulParts.ts"

const identity = {
  name: "judge",
  version: "1.2.3",
  summary: "Trusts detections with confidence",
  params: Schema.Struct({ trust: Schema.Finite.pipe(Schema.withDecodingDefaultKey(Effect.succeed(0.5))) })
}

const judgement = { probability: 0.5, model: "half" }

const pure = defineScorer({
  ...identity,
  score: ({ confidence }, { trust }) => ({ probability: confidence * trust, model: "trust" })
})

/** Names the model after the service that its layer makes of the params. */
const consulting = defineScorer({
  ...identity,
  layer: ({ trust }) => Prefix.layerOf(`model ${trust}`),
  consult: ({ confidence }, { trust }) =>
    Effect.map(Prefix, ({ text }) => ({ probability: confidence * trust, model: text }))
})

const configured = (scorer: Scorer, settings: unknown) => Result.getOrThrow(scorer.configure(settings))

describe("a scorer", () => {
  it("that scores judges at once, with its params, and is not opened", () => {
    const scorer = configured(pure, { trust: 0.1 })
    assert.strictEqual(scorer.id, "judge@1.2.3")
    assert.isUndefined(scorer.open)
    assert.deepStrictEqual(scorer.score?.(detection), { probability: 0.9 * 0.1, model: "trust" })
  })

  it("that consults is opened, and its params reach its layer and its effect", async () => {
    const scorer = configured(consulting, { trust: 0.1 })
    assert.isUndefined(scorer.score)
    const part = await scorer.open?.()
    assert.deepStrictEqual(await part?.call(detection), { probability: 0.9 * 0.1, model: "model 0.1" })
  })

  it("that consults without services needs no layer", async () => {
    const part = await configured(defineScorer({ ...identity, consult: () => Effect.succeed(judgement) }), {}).open?.()
    assert.deepStrictEqual(await part?.call(detection), judgement)
  })

  it("refuses settings that do not fit, naming the scorer and the path", () => {
    const problems = [pure, consulting].map((scorer) =>
      Result.match(scorer.configure({ trust: "much" }), {
        onFailure: ({ message }) => message,
        onSuccess: () => "no problem"
      })
    )
    for (const problem of problems) assert.match(problem, /^judge: trust: /)
  })
})

describe("the compiler", () => {
  const usingPrefix = Effect.as(Prefix, judgement)

  it("refuses a scorer whose services no layer provides", () => {
    // @ts-expect-error there is no layer
    defineScorer({ ...identity, consult: () => usingPrefix })
    // @ts-expect-error the layer provides another service
    defineScorer({ ...identity, layer: Suffix.layer, consult: () => usingPrefix })
  })

  it("refuses a scorer that scores and consults, or does neither", () => {
    // @ts-expect-error one or the other
    defineScorer({ ...identity, score: () => judgement, consult: () => Effect.succeed(judgement) })
    // @ts-expect-error how would it judge?
    assert.throws(() => defineScorer(identity), "consult is undefined")
  })

  it("refuses a layer for a scorer that scores at once", () => {
    // @ts-expect-error `score` is no effect, so that it can use no service
    defineScorer({ ...identity, layer: Suffix.layer, score: () => judgement })
  })

  it("refuses what is no judgement", () => {
    // @ts-expect-error there is no model
    defineScorer({ ...identity, score: () => ({ probability: 0.5 }) })
    // @ts-expect-error nor here
    defineScorer({ ...identity, consult: () => Effect.succeed({ probability: 0.5 }) })
  })
})

import { assert, describe, it } from "@effect/vitest"
import { defineScorer } from "@mjolnir/core"
import { Effect, Result, Schema } from "effect"

import { hostedParts } from "../../src/delivery/HostedParts.ts"
import { ScriptedScorer } from "../scorers/ScriptedScorer.ts"
import { ScriptedSink } from "../sinks/ScriptedSink.ts"

const ofTheFold = defineScorer({
  name: "half",
  version: "1.0.0",
  summary: "Trusts every second detection",
  params: Schema.Struct({}),
  score: () => ({ probability: 0.5, model: "half" })
})

describe("the parts that are hosted", () => {
  const asked = new ScriptedScorer("asked")
  const parts = {
    feeds: [],
    scorers: [Result.getOrThrow(ofTheFold.configure({})), asked],
    sinks: [new ScriptedSink("archive")]
  }

  it.effect("are the sinks and the scorers that are asked, not those of the fold", () =>
    Effect.gen(function* () {
      const { feed, scorers, sinks } = yield* Effect.fromResult(hostedParts(parts, "broker"))
      assert.deepStrictEqual([feed, scorers, sinks], [undefined, [asked], parts.sinks])
    })
  )

  it("need the feed that is named", () => {
    assert.isTrue(Result.isFailure(hostedParts(parts, "rows")))
  })
})

import { assert, describe, it } from "@effect/vitest"
import { Effect, Result, Schema } from "effect"

import type { Detection } from "../../src/domain/Detection.ts"
import type { PipelineSettings } from "../../src/pipeline/PipelinePlan.ts"
import { defineGate } from "../../src/plugin/defineGate.ts"
import { defineScorer } from "../../src/plugin/defineScorer.ts"
import { candleAt } from "../support/candles.ts"
import { detectorOf, matchOf, pipelineOf, run, verdictOf } from "../support/pipeline.ts"

const always = detectorOf((window) => [matchOf(window)])
const candles = [candleAt(0), candleAt(1), candleAt(2)]

const nothingToSet = Schema.Struct({})

const gateOf = (decide: () => "closed" | undefined) =>
  Result.getOrThrow(
    defineGate({
      name: "made-up",
      version: "1.0.0",
      summary: "Whatever the test wants",
      reasons: ["closed"],
      params: nothingToSet,
      decide
    }).configure({})
  )

const scorerOf = (score: () => { readonly probability: number; readonly model: string }) => {
  const scorer = defineScorer({
    name: "made-up",
    version: "1.0.0",
    summary: "Whatever the test wants",
    params: nothingToSet,
    score
  })
  const configured = Result.getOrThrow(scorer.configure({}))
  return configured.score === undefined ? [] : [configured]
}

describe("a gate of a plugin", () => {
  it("holds back for its own reason", () => {
    const { decisions } = run(pipelineOf([always], { gates: [gateOf(() => "closed")] }), candles)
    assert.deepStrictEqual(decisions.map(verdictOf), ["closed", "closed", "closed"])
  })

  it("remembers what passed, for each symbol by itself", () => {
    const everyOther = Result.getOrThrow(
      defineGate({
        name: "every-other",
        version: "1.0.0",
        summary: "Lets as many pass in a row as its params say",
        reasons: ["enough"],
        params: Schema.Struct({ most: Schema.Int.pipe(Schema.withDecodingDefaultKey(Effect.succeed(1))) }),
        state: { init: () => ({ passed: 0 }), schema: Schema.Struct({ passed: Schema.Int }) },
        decide: (_detection, { passed }, { most }) => (passed >= most ? "enough" : undefined),
        passed: (_detection, state) => {
          state.passed++
        }
      }).configure({ most: 2 })
    )
    const verdicts = (symbol: string) =>
      run(pipelineOf([always], { gates: [everyOther] }, symbol), candles).decisions.map(verdictOf)
    assert.deepStrictEqual(verdicts("LOOP"), ["published", "published", "enough"])
    assert.deepStrictEqual(verdicts("AGH"), ["published", "published", "enough"])
  })

  it("that throws, or gives a reason it has not declared, is at fault and holds nothing back", () => {
    const throwing = gateOf(() => {
      throw new Error("broken")
    })
    const undeclared = gateOf(() => JSON.parse('"moonlight"'))
    const problems = [throwing, undeclared].map((gate) => {
      const { decisions, faults } = run(pipelineOf([always], { gates: [gate] }), [candleAt(0)])
      assert.deepStrictEqual(decisions.map(verdictOf), ["published"])
      return faults.map(({ kind, part, problem }) => `${kind} ${part} ${problem}`)
    })
    assert.deepStrictEqual(problems, [
      ["gate made-up@1.0.0 threw Error: broken"],
      ["gate made-up@1.0.0 gave the reason moonlight, which is not declared in reasons"]
    ])
  })

  it("cannot give a reason that it has not declared: it does not compile", () => {
    const gate = defineGate({
      name: "undeclared",
      version: "1.0.0",
      summary: "Gives what it does not declare",
      reasons: ["closed"],
      params: nothingToSet,
      // @ts-expect-error - it is not among the reasons
      decide: () => "moonlight"
    })
    assert.deepStrictEqual(gate.reasons, ["closed"])
  })
})

describe("a pure scorer", () => {
  it("adds its probability and model before the gates decide", () => {
    const seen: Array<number | undefined> = []
    const gate = Result.getOrThrow(
      defineGate({
        name: "likely",
        version: "1.0.0",
        summary: "Looks at the scores",
        reasons: ["unlikely"],
        params: nothingToSet,
        decide: ({ scores }) => {
          seen.push(scores?.[0]?.probability)
          return undefined
        }
      }).configure({})
    )
    const scorers = scorerOf(() => ({ probability: 0.4, model: "coin" }))
    const { decisions } = run(pipelineOf([always], { scorers, gates: [gate] }), [candleAt(0)])
    assert.deepStrictEqual(decisions[0]?.detection.scores, [
      { scorer: "made-up@1.0.0", model: "coin", probability: 0.4 }
    ])
    assert.deepStrictEqual(seen, [0.4])
  })

  it("that throws or gives nonsense costs its score only", () => {
    const nonsense = [
      () => {
        throw new Error("broken")
      },
      () => ({ probability: 1.5, model: "coin" }),
      () => ({ probability: Number.NaN, model: "coin" })
    ]
    for (const score of nonsense) {
      const { decisions, faults } = run(pipelineOf([always], { scorers: scorerOf(score) }), [candleAt(0)])
      assert.deepStrictEqual(decisions.map(verdictOf), ["published"])
      assert.notProperty(decisions[0]?.detection, "scores")
      assert.deepStrictEqual(
        faults.map(({ kind, part }) => [kind, part]),
        [["scorer", "made-up@1.0.0"]]
      )
    }
  })
})

describe("a part in plain JavaScript is at fault and costs no detection when", () => {
  const untyped = (value: unknown): never => value as never
  const problemsWith = (settings: PipelineSettings): ReadonlyArray<string> => {
    const { decisions, faults } = run(pipelineOf([always], settings), [candleAt(0)])
    assert.deepStrictEqual(decisions.map(verdictOf), ["published"])
    assert.deepStrictEqual(decisions[0]?.detection.scores, undefined)
    return faults.map(({ problem }) => problem)
  }
  const problemsOfScore = (judgement: () => unknown) => problemsWith({ scorers: scorerOf(() => untyped(judgement())) })
  const problemsOfGate = (decide: () => unknown) => problemsWith({ gates: [gateOf(() => untyped(decide()))] })
  const promised = "returned a promise, but must answer at once: it cannot be async"

  it("a scorer gives a text for a probability, or nothing", () => {
    const problem = "gave the probability of type string of the model made-up"
    assert.deepStrictEqual(
      problemsOfScore(() => ({ probability: "0.5", model: "made-up" })),
      [problem]
    )
    assert.lengthOf(
      problemsOfScore(() => ({ probability: null, model: "made-up" })),
      1
    )
  })

  it("a scorer or a gate gives a promise", () => {
    assert.deepStrictEqual(
      problemsOfScore(async () => ({ probability: 0.5, model: "made-up" })),
      [promised]
    )
    assert.deepStrictEqual(
      problemsOfGate(async () => "closed"),
      [promised]
    )
  })

  it("a gate gives a reason that cannot be printed", () => {
    assert.deepStrictEqual(
      problemsOfGate(() => Object.create(null)),
      ["gave the reason something that cannot be printed, which is not declared in reasons"]
    )
  })

  it("a scorer or a gate tries to change the detection, which is the same for all", () => {
    const scorers = scorerOf(untyped((detection: object) => Object.assign(detection, { confidence: Number.NaN })))
    const gates = [gateOf(untyped(({ metadata }: Detection) => Object.assign(metadata, { moon: "full" })))]
    const { decisions, faults } = run(pipelineOf([always], { gates, scorers }), [candleAt(0)])
    assert.deepStrictEqual([decisions[0]?.detection.confidence, decisions[0]?.detection.metadata], [0.9, {}])
    assert.match(faults[0]?.problem ?? "", /^threw TypeError: Cannot assign to read only property 'confidence'/)
    assert.match(faults[1]?.problem ?? "", /^threw TypeError: Cannot add property moon/)
  })
})

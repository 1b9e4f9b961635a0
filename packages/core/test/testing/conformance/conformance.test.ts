import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

import type { Candle } from "../../../src/domain/Candle.ts"
import { defineDetector, type Detector, noMatch } from "../../../src/plugin/defineDetector.ts"
import { conformance, ConformanceFailure, type ConformanceOptions, scenarios } from "../../../src/testing/index.ts"
import { goodDetectors } from "./goodDetectors.ts"

describe("a good detector is not accused:", () => {
  for (const detector of goodDetectors) {
    describe(detector.name, () => {
      for (const { id, run, title } of conformance(detector)) it(`${id} ${title}`, run)
    })
  }

  it("and all that it emits is seen, so that the cases have something to compare", () => {
    for (const detector of goodDetectors) {
      assert.notInclude(resultOf(detector, "C11").detail, "never seen", detector.name)
    }
  })
})

describe("conformance", () => {
  it("numbers its cases without a gap and gives each a title, a reason and a hint of its own", () => {
    const cases = conformance(looksAhead)
    assert.deepStrictEqual(
      cases.map(({ id }) => id),
      cases.map((_, index) => `C${String(index + 1).padStart(2, "0")}`)
    )
    for (const field of ["title", "reason", "hint"] as const) {
      assert.strictEqual(new Set(cases.map((each) => each[field])).size, cases.length)
    }
  })

  it("tells in one error what was seen where, why it matters and how to mend it", () => {
    const failing = caseOf(looksAhead, "C02", { candles: walk })
    let thrown: unknown
    try {
      failing.run()
    } catch (cause) {
      thrown = cause
    }
    assert.instanceOf(thrown, ConformanceFailure)
    const { message } = thrown
    assert.include(message, "C02 a match does not need the candles after it: not so of looks-ahead@1.0.0")
    assert.match(
      message,
      /seen: the given candles, candle \d+ of 300, 2025-07-23T13:\d\d:00.000Z: expected AHEAD, actual no match/
    )
    assert.include(message, failing.reason)
    assert.include(message, failing.hint)
  })

  it("tells the same in a report, without throwing", () => {
    const { detail, hint, outcome } = resultOf(looksAhead, "C02", { candles: walk })
    assert.strictEqual(outcome, "failed")
    assert.include(detail, "expected AHEAD, actual no match")
    assert.strictEqual(hint, caseOf(looksAhead, "C02").hint)
  })

  it("gives the same answer however often and in whatever order its cases are run", () => {
    const cases = conformance(looksAhead, { candles: walk, budget: { candles: 1_000 } })
    const failedIn = (order: typeof cases) =>
      order.filter((each) => each.check().outcome === "failed").map(({ id }) => id)
    assert.deepStrictEqual(failedIn(cases), ["C02", "C03", "C04"])
    assert.deepStrictEqual(failedIn(cases.toReversed()), ["C04", "C03", "C02"])
  })

  it("skips what it cannot compare, and tells the test runner why", () => {
    const reasons: Array<string> = []
    caseOf(findsNothing, "C02").run({ skip: (reason) => reasons.push(reason) })
    assert.match(reasons.join(), /^it finds nothing in \d+ candles of 8 series; give candles in which it does$/)
    assert.strictEqual(resultOf(findsNothing, "C02").outcome, "skipped")
  })

  it("puts the given candles back as they were", () => {
    const before = structuredClone(walk)
    const objects = [...walk]
    for (const { check } of conformance(looksAhead, { candles: walk, budget: { candles: 1_000 } })) check()
    assert.deepStrictEqual(walk, before)
    assert.isTrue(walk.every((candle, index) => candle === objects[index]))
  })

  it("takes candles that cannot be changed", () => {
    const frozen = Object.freeze(walk.map((candle) => Object.freeze({ ...candle })))
    for (const detector of goodDetectors.slice(0, 2)) {
      for (const id of ["C02", "C03"]) assert.strictEqual(resultOf(detector, id, { candles: frozen }).outcome, "passed")
    }
  })

  it("decodes the settings, and refuses those that do not fit", () => {
    const [talkative] = goodDetectors
    assert.isDefined(talkative)
    assert.include(
      resultOf(talkative, "C11", { settings: { minimumGain: 0.9 } }).detail,
      "0 matches; never seen: THREE_UP"
    )
    assert.throws(() => conformance(talkative, { settings: { minimumGain: "much" } }), /talkative: minimumGain/)
  })

  it("says of a detector that states nothing of price whether it could", () => {
    const [, stateful] = goodDetectors
    assert.isDefined(stateful)
    const { detail, outcome } = resultOf(stateful, "C10")
    assert.strictEqual(outcome, "skipped")
    assert.include(detail, 'it could be stated "relative"')
  })

  it("gives the figures of the budgets, also when they are kept", () => {
    const [detector] = goodDetectors
    assert.isDefined(detector)
    const budget = { candles: 2_000, meanMicros: 1_000, slowestMillis: 500, growthBytes: 2 ** 30 }
    assert.match(
      resultOf(detector, "C14", { budget }).detail,
      /^[\d.]+ µs for a candle on average and [\d.]+ ms for the slowest of 2000; the budget is 1000 µs and 500 ms$/
    )
    assert.match(resultOf(detector, "C15", { budget }).detail, /of 2000 candles; may grow by 1024.00 MB$/)
  })

  it("fails a detector whose state cannot be begun", () => {
    const broken = defineDetector({
      ...plain,
      name: "cannot-begin",
      state: {
        init: (): object => {
          throw new Error("no state today")
        }
      },
      detect: () => noMatch
    })
    assert.include(resultOf(broken, "C11").detail, "no state today")
  })
})

const plain = { version: "1.0.0", summary: "Made up", emits: ["AHEAD"], params: Schema.Struct({}), history: 1 } as const

const walk: ReadonlyArray<Candle> = scenarios.randomWalk.make(7)

const looksAhead: Detector = defineDetector({
  ...plain,
  name: "looks-ahead",
  detect: (window) => {
    const next = walk.find(({ time }) => time > window.time(0))
    if (!(next !== undefined && next.close > window.close(0))) return noMatch
    const price = window.close(0)
    return [{ pattern: "AHEAD", direction: "bullish", confidence: 0.5, trigger: 0, price, anchors: [0] }]
  }
})

const findsNothing: Detector = defineDetector({ ...plain, name: "finds-nothing", detect: () => noMatch })

const caseOf = (detector: Detector, id: string, options?: ConformanceOptions) => {
  const found = conformance(detector, options).find((each) => each.id === id)
  assert.isDefined(found)
  return found
}

const resultOf = (detector: Detector, id: string, options?: ConformanceOptions) => caseOf(detector, id, options).check()

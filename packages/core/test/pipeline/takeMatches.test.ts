import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

import type { CandleWindow } from "../../src/candles/CandleWindow.ts"
import type { FormingCandle } from "../../src/domain/FormingCandle.ts"
import type { Match } from "../../src/domain/Match.ts"
import { defineDetector } from "../../src/plugin/defineDetector.ts"
import { candleAt, minute, start } from "../support/candles.ts"
import { detectorOf, matchOf, pipelineOf, run } from "../support/pipeline.ts"

/** What code without types returns can be anything. */
const untyped = (value: unknown): never => value as never

const candles = [candleAt(0), candleAt(1), candleAt(2)]

/** What comes of a detector that returns this at the third of three candles, beside one that nothing is wrong with. */
const outcomeOf = (returned: (window: CandleWindow) => unknown) => {
  const odd = detectorOf((window) => untyped(returned(window)), { name: "odd", history: 3 })
  const good = detectorOf((window) => [matchOf(window)], { name: "good", history: 3 })
  const { decisions, faults } = run(pipelineOf([odd, good]), candles)
  const ofOdd = decisions.filter(({ detection }) => detection.detector === "odd@1.0.0")
  assert.lengthOf(decisions, ofOdd.length + 1, "the other detector goes on")
  return { detections: ofOdd.map(({ detection }) => detection), problems: faults.map(({ problem }) => problem) }
}

const problemsOf = (returned: (window: CandleWindow) => unknown): ReadonlyArray<string> => {
  const { detections, problems } = outcomeOf(returned)
  assert.lengthOf(detections, 0)
  return problems
}

/** An object whose field can be read so many times before it throws. */
const readable = <Given extends object>(given: Given, field: keyof Given, times: number): Given => {
  let reads = 0
  const value = given[field]
  return Object.defineProperty({ ...given }, field, {
    enumerable: true,
    get: () => {
      if (++reads > times) throw new Error(`${String(field)} is read again`)
      return value
    }
  })
}

describe("what a detector in plain JavaScript returns is a fault of it, and named, when", () => {
  const cases: ReadonlyArray<readonly [why: string, returned: (window: CandleWindow) => unknown, problem: string]> = [
    [
      "it is a promise",
      async (window) => [matchOf(window)],
      "returned a promise, but must answer at once: it cannot be async"
    ],
    ["it is nothing", () => undefined, "returned something that is not an array of matches"],
    ["it has holes", () => Array.from({ length: 3 }), "returned a match that is undefined"],
    [
      "a match has no trigger",
      (window) => [{ ...matchOf(window), trigger: undefined }],
      "trigger is of type undefined, not the age of a candle"
    ],
    [
      "a match is provisional in another way than true",
      (window) => [{ ...matchOf(window), provisional: "perhaps" }],
      "provisional is perhaps"
    ],
    [
      "a confidence is a text",
      (window) => [{ ...matchOf(window), confidence: "0.9" }],
      "confidence is of type string, not a number from 0 to 1"
    ],
    [
      "a confidence is null",
      (window) => [{ ...matchOf(window), confidence: null }],
      "confidence is of type object, not a number from 0 to 1"
    ],
    ["a price is a text", (window) => [{ ...matchOf(window), price: "10" }], "price is of type string"],
    [
      "an anchor is a text",
      (window) => [{ ...matchOf(window), anchors: ["0"] }],
      "an anchor is of type string, not the age of a candle"
    ],
    [
      "there are more anchors than anybody can tell apart",
      (window) => [{ ...matchOf(window), anchors: Array.from({ length: 100_000 }, () => 0) }],
      "names 100000 anchors, more than 256"
    ],
    [
      "its metadata would fill the wire",
      (window) => [{ ...matchOf(window), metadata: { story: "x".repeat(1_000_000) } }],
      "characters, more than 10000"
    ],
    [
      "its metadata has more names than anybody can read",
      (window) => [
        { ...matchOf(window), metadata: Object.fromEntries(Array.from({ length: 5_000 }, (_, index) => [index, 1])) }
      ],
      "characters, more than 10000"
    ],
    [
      "its metadata holds an object",
      (window) => [{ ...matchOf(window), metadata: { inner: {} } }],
      "metadata inner is of type object"
    ],
    [
      "a pattern cannot be printed",
      (window) => [{ ...matchOf(window), pattern: Object.create(null) }],
      "is not declared"
    ]
  ]
  for (const [why, returned, problem] of cases) {
    it(why, () => {
      const [found = ""] = problemsOf(returned)
      assert.include(found, problem)
    })
  }

  it("its fields throw when they are read", () => {
    assert.match(
      problemsOf((window) => [readable(matchOf(window), "price", 0)])[0] ?? "",
      /^threw Error: price is read/
    )
    assert.lengthOf(
      problemsOf((window) => [readable(matchOf(window), "anchors", 0)]),
      1
    )
    assert.lengthOf(
      problemsOf(() => new Proxy([], { get: () => assert.fail("no") })),
      1
    )
  })

  it("it says at great length what is wrong, of which not all is told", () => {
    const problem = problemsOf(() => {
      throw new Error("x".repeat(1_000_000))
    })[0]
    assert.isBelow(problem?.length ?? 0, 1_000)
    assert.match(problem ?? "", /^threw Error: xxx.*…$/)
  })
})

describe("a match is read once, so that", () => {
  it("fields that can be read only once make a detection", () => {
    const { detections, problems } = outcomeOf((window) => {
      const match = matchOf(window, { metadata: { gain: 1 } })
      return [Object.keys(match).reduce<Match>((each, field) => readable(each, field as keyof Match, 1), match)]
    })
    assert.deepStrictEqual(problems, [])
    assert.lengthOf(detections, 1)
  })

  it("one that answers otherwise the second time makes no detection of what was not checked", () => {
    let reads = 0
    const { detections } = outcomeOf((window) => [
      new Proxy(matchOf(window), {
        get: (match, field) => (field === "confidence" && reads++ > 0 ? Number.NaN : Reflect.get(match, field))
      })
    ])
    assert.deepStrictEqual(
      detections.map(({ confidence }) => confidence),
      [0.9]
    )
  })

  it("metadata that can be read only once makes a detection, whatever becomes of it", () => {
    for (const settings of [{}, { minimumConfidence: 1 }]) {
      const detector = detectorOf((window) => [matchOf(window, { metadata: readable({ gain: 1 }, "gain", 1) })])
      const { decisions, faults } = run(pipelineOf([detector], settings), [candleAt(0)])
      assert.deepStrictEqual(faults, [])
      assert.strictEqual(JSON.stringify(decisions[0]?.detection.metadata), '{"gain":1}')
    }
  })

  it("a list that gives other matches when it is gone through is taken by its places", () => {
    const { detections, problems } = outcomeOf((window) =>
      Object.assign([matchOf(window)], {
        [Symbol.iterator]: () => {
          throw new Error("gone through")
        }
      })
    )
    assert.deepStrictEqual(problems, [])
    assert.lengthOf(detections, 1)
  })

  it("what the detector changes afterwards changes no detection", () => {
    const metadata: Record<string, number> = { gain: 1 }
    const anchors: [number, ...Array<number>] = [0]
    const detector = detectorOf((window) => {
      metadata["gain"] = window.time(0)
      anchors[0] = window.size - 1
      return [matchOf(window, { metadata, anchors })]
    })
    const pipeline = pipelineOf([detector])
    const [first] = pipeline.onCandle(candleAt(0)).decisions
    const before = JSON.stringify(first)
    pipeline.onCandle(candleAt(1))
    metadata["gain"] = Number.NaN
    anchors.push(7)
    assert.strictEqual(JSON.stringify(first), before)
  })

  it("metadata with the name of a prototype keeps it as a name", () => {
    const { detections } = outcomeOf((window) => [
      { ...matchOf(window), metadata: JSON.parse('{"__proto__": 1, "constructor": 2}') }
    ])
    assert.strictEqual(JSON.stringify(detections[0]?.metadata), '{"__proto__":1,"constructor":2}')
  })
})

describe("an async detector", () => {
  it("whose promise fails does not end the process", async () => {
    const unhandled: Array<unknown> = []
    const listener = (reason: unknown) => void unhandled.push(reason)
    process.on("unhandledRejection", listener)
    problemsOf(async () => {
      throw new Error("too late")
    })
    await new Promise((resolve) => setImmediate(resolve))
    await new Promise((resolve) => setImmediate(resolve))
    process.off("unhandledRejection", listener)
    assert.deepStrictEqual(unhandled, [])
  })
})

describe("a detector of ticks", () => {
  it("is held to what it returns like one of candles", () => {
    const detector = defineDetector({
      name: "breaking-out",
      version: "1.0.0",
      summary: "Gives a trigger, which only closed candles can be",
      emits: ["SEEN"],
      params: Schema.Struct({}),
      history: 1,
      on: "tick",
      detect: ({ forming: { last } }) =>
        untyped([{ pattern: "SEEN", direction: "bullish", confidence: "1", price: last, anchors: [], trigger: 99 }])
    })
    const pipeline = pipelineOf([detector])
    pipeline.onCandle(candleAt(0))
    assert.deepStrictEqual(
      pipeline.onForming(forming).faults.map(({ problem }) => problem),
      ["confidence is of type string, not a number from 0 to 1"]
    )
  })
})

const forming: FormingCandle = {
  time: start + minute,
  open: 10,
  highSoFar: 10,
  lowSoFar: 10,
  last: 10,
  volumeSoFar: 1,
  ticksSoFar: 1,
  lastTime: start + minute
}

describe("a match that later candles may deny", () => {
  it("makes a provisional detection, and any other one that is not marked at all", () => {
    const { detections } = outcomeOf((window) => [
      matchOf(window, { provisional: true }),
      { ...matchOf(window, { anchors: [1] }), provisional: false },
      matchOf(window, { anchors: [2] })
    ])
    assert.deepStrictEqual(
      detections.map((detection) => ("provisional" in detection ? detection.provisional : "not marked")),
      [true, "not marked", "not marked"]
    )
  })
})

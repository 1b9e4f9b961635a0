import { assert, describe, it } from "@effect/vitest"
import { Arbitrary, Schema } from "effect"

import type { CandleWindow } from "../../src/candles/CandleWindow.ts"
import { Detection } from "../../src/domain/Detection.ts"
import type { Match } from "../../src/domain/Match.ts"
import { oneOf, price, whole } from "../support/arbitraries.ts"
import { candleAt, minute, start } from "../support/candles.ts"
import { detectorOf, matchOf, pipelineOf, run, verdictOf } from "../support/pipeline.ts"

const threeCandles = [candleAt(0), candleAt(1), candleAt(2)]

/** A pipeline of one detector that returns this match at every candle, made of three candles. */
const stepOf = (fields: Partial<Match>) =>
  run(pipelineOf([detectorOf((window) => [matchOf(window, fields)], { history: 3 })]), threeCandles)

describe("a decision tells of a match", () => {
  it("with its symbol, detector, times, anchors and the prices of the trigger candle", () => {
    const detector = detectorOf(
      (window) => [matchOf(window, { trigger: 1, anchors: [2, 0], price: 7, metadata: { gain: 0.5 } })],
      { history: 3 }
    )
    const candle = { open: 5, high: 9, low: 4, close: 6, volume: 70 }
    const { decisions } = run(pipelineOf([detector]), [candleAt(0), candleAt(1, candle), candleAt(2)])
    const [decision] = decisions
    const { id, ...detection } = decision?.detection ?? { id: "" }
    assert.match(id, /^[0-9a-f]{32}$/)
    const expected: unknown = {
      symbol: "LOOP",
      interval: "1m",
      detector: "made-up@1.0.0",
      pattern: "SEEN",
      direction: "bullish",
      confidence: 0.9,
      triggerPrice: 7,
      time: start + minute,
      confirmedAt: start + 3 * minute,
      anchors: [start, start + 2 * minute],
      metadata: { gain: 0.5 }
    }
    assert.deepStrictEqual<unknown>(detection, expected)
    assert.deepStrictEqual(decision?._tag === "Publish" ? decision.candle : undefined, candle)
    assert.lengthOf(decisions, 1)
  })

  it("confirmed at the close of the newest candle of the interval chosen", () => {
    const pipeline = pipelineOf([detectorOf((window) => [matchOf(window)])], { interval: "5m" })
    const [decision] = pipeline.onCandle(candleAt(0)).decisions
    assert.strictEqual(decision?.detection.confirmedAt, start + 5 * minute)
    assert.strictEqual(decision?.detection.interval, "5m")
  })

  it("in the order of the detectors and of their matches", () => {
    const first = detectorOf((window) => [matchOf(window), matchOf(window, { pattern: "OTHER" })], { name: "first" })
    const second = detectorOf((window) => [matchOf(window)], { name: "second" })
    const { decisions } = run(pipelineOf([first, second]), [candleAt(0)])
    assert.deepStrictEqual(
      decisions.map(({ detection }) => [detection.detector, detection.pattern]),
      [
        ["first@1.0.0", "SEEN"],
        ["first@1.0.0", "OTHER"],
        ["second@1.0.0", "SEEN"]
      ]
    )
  })

  it("and nothing when nothing matches", () => {
    assert.deepStrictEqual(run(pipelineOf([detectorOf(() => [])]), threeCandles), { decisions: [], faults: [] })
  })
})

describe("a detector is at fault", () => {
  const problemOf = (fields: Partial<Match>): string | undefined => {
    const { decisions, faults } = stepOf(fields)
    assert.lengthOf(decisions, 0)
    assert.strictEqual(faults[0]?.part, "made-up@1.0.0")
    assert.strictEqual(faults[0]?.symbol, "LOOP")
    return faults[0]?.problem
  }

  it("when its confidence is not a number", () => {
    assert.strictEqual(problemOf({ confidence: Number.NaN }), "confidence is NaN, not a number from 0 to 1")
  })

  it("when its confidence is infinite", () => {
    assert.strictEqual(
      problemOf({ confidence: Number.POSITIVE_INFINITY }),
      "confidence is Infinity, not a number from 0 to 1"
    )
  })

  it("when its confidence is outside 0…1", () => {
    assert.strictEqual(problemOf({ confidence: 1.25 }), "confidence is 1.25, not a number from 0 to 1")
    assert.strictEqual(problemOf({ confidence: -0.8 }), "confidence is -0.8, not a number from 0 to 1")
  })

  it("when its direction is none", () => {
    assert.strictEqual(problemOf({ direction: JSON.parse('"up"') }), "direction is up")
  })

  it("when it names no anchor, for then all of its matches would have the same id", () => {
    assert.match(problemOf({ anchors: JSON.parse("[]") }) ?? "", /^there is no anchor/)
  })

  it("when its price is not a number", () => {
    assert.strictEqual(problemOf({ price: Number.NaN }), "price is NaN")
  })

  it("when its metadata holds a figure that is not finite", () => {
    assert.strictEqual(problemOf({ metadata: { gain: Number.NaN } }), "metadata gain is NaN")
  })

  it("when its pattern is not declared", () => {
    assert.strictEqual(problemOf({ pattern: "UNSEEN" }), "pattern UNSEEN is not declared in emits")
  })

  it("when its trigger is older than the window", () => {
    const detector = detectorOf((window) => [matchOf(window, { trigger: 1 })])
    const { faults } = run(pipelineOf([detector]), threeCandles)
    assert.strictEqual(faults[0]?.problem, "candle age 1 is outside the window of 1")
  })

  it("when an anchor is negative or no whole number", () => {
    assert.match(problemOf({ anchors: [-1] }) ?? "", /^candle age -1 is outside/)
    assert.match(problemOf({ anchors: [0.5] }) ?? "", /^candle age 0.5 is outside/)
  })

  it("when one of its matches is wrong, and all of them are lost", () => {
    const detector = detectorOf((window) => [matchOf(window), matchOf(window, { confidence: Number.NaN })])
    const { decisions, faults } = run(pipelineOf([detector]), [candleAt(0)])
    assert.deepStrictEqual([decisions.length, faults.length], [0, 1])
  })

  it("when it throws, which costs its own matches only", () => {
    const bad = detectorOf(
      () => {
        throw new TypeError("broken")
      },
      { name: "bad" }
    )
    const good = detectorOf((window) => [matchOf(window)], { name: "good" })
    const { decisions, faults } = run(pipelineOf([bad, good]), [candleAt(0)])
    assert.deepStrictEqual(
      decisions.map(({ detection }) => detection.detector),
      ["good@1.0.0"]
    )
    const fault: unknown = {
      kind: "detector",
      part: "bad@1.0.0",
      symbol: "LOOP",
      problem: "threw TypeError: broken",
      suspended: false
    }
    assert.deepStrictEqual<unknown>(faults, [fault])
  })

  it("when it returns something else than an array, as a detector in plain JavaScript may", () => {
    const { faults } = run(pipelineOf([detectorOf(() => JSON.parse("{}"))]), [candleAt(0)])
    assert.strictEqual(faults[0]?.problem, "returned something that is not an array of matches")
  })

  it("when it throws something that cannot be printed", () => {
    const bad = detectorOf(() => {
      throw Object.create(null)
    })
    assert.lengthOf(run(pipelineOf([bad]), [candleAt(0)]).faults, 1)
  })
})

describe("a detector is not called for a while", () => {
  /** Throws at the candles whose close is 0. */
  const flaky = (calls: Array<number>) =>
    detectorOf((window) => {
      calls.push(window.close(0))
      if (window.close(0) === 0) throw new Error("zero")
      return []
    })
  const closes = (...prices: ReadonlyArray<number>) => prices.map((close, minutes) => candleAt(minutes, { close }))

  it("after three failures in a row, the third of which says so", () => {
    const calls: Array<number> = []
    const { faults } = run(pipelineOf([flaky(calls)]), closes(0, 0, 0, 1, 0))
    assert.deepStrictEqual(
      faults.map(({ suspended }) => suspended),
      [false, false, true]
    )
    assert.deepStrictEqual(calls, [0, 0, 0])
  })

  it("but not when it succeeds in between", () => {
    const calls: Array<number> = []
    const { faults } = run(pipelineOf([flaky(calls)]), closes(0, 0, 1, 0, 0, 1))
    assert.deepStrictEqual(
      faults.map(({ suspended }) => suspended),
      [false, false, false, false]
    )
    assert.lengthOf(calls, 6)
  })

  it("after as many failures as the settings say", () => {
    const { faults } = run(
      pipelineOf([flaky([])], {
        breaker: { afterFailures: 1, firstPauseMillis: 5 * minute, longestPauseMillis: 5 * minute }
      }),
      closes(0, 0)
    )
    assert.deepStrictEqual(
      faults.map(({ suspended }) => suspended),
      [true]
    )
  })

  it("for that symbol only", () => {
    const calls: Array<number> = []
    const detector = flaky(calls)
    run(pipelineOf([detector], {}, "LOOP"), closes(0, 0, 0, 0))
    run(pipelineOf([detector], {}, "AGH"), closes(5, 6))
    assert.deepStrictEqual(calls, [0, 0, 0, 5, 6])
  })

  it("alone: the others go on", () => {
    const good = detectorOf((window) => [matchOf(window)], { name: "good" })
    assert.lengthOf(run(pipelineOf([flaky([]), good]), closes(0, 0, 0, 0, 0)).decisions, 5)
  })
})

describe("a detector sees", () => {
  const sizesSeen = (declared: { history: number; warmUp?: number }, lookback = 50) => {
    const sizes: Array<number> = []
    const spy = detectorOf((window) => {
      sizes.push(window.size)
      return []
    }, declared)
    const other = detectorOf(() => [], { name: "other", history: 1 })
    run(
      pipelineOf([other, spy, other], { lookback }),
      [0, 1, 2, 3, 4, 5].map((minutes) => candleAt(minutes))
    )
    return sizes
  }

  it("nothing before its history is there when it declares no warm-up", () => {
    assert.deepStrictEqual(sizesSeen({ history: 4 }), [4, 4, 4])
  })

  it("what there is from its warm-up on, at most its history", () => {
    assert.deepStrictEqual(sizesSeen({ history: 4, warmUp: 2 }), [2, 3, 4, 4, 4])
  })

  it("no more candles than the lookback beyond those it cannot do without", () => {
    assert.deepStrictEqual(sizesSeen({ history: 4, warmUp: 1 }, 3), [1, 2, 3, 3, 3, 3])
    assert.deepStrictEqual(sizesSeen({ history: 4 }, 3), [4, 4, 4])
  })

  it("not a candle beyond its history", () => {
    const seen: Array<number> = []
    const spy = detectorOf(
      (window) => {
        seen.push(window.close(2))
        return []
      },
      { history: 2 }
    )
    run(pipelineOf([spy]), threeCandles)
    assert.deepStrictEqual(seen, [Number.NaN, Number.NaN])
  })
})

describe("decisions do not depend on candles to come:", () => {
  /** Matches rises of two candles, with all that varies between decisions. */
  const rises = detectorOf(
    (window: CandleWindow) => {
      if (window.close(0) === 1) throw new Error("one")
      if (!(window.close(0) > window.close(1))) return []
      const pattern = window.close(1) > window.close(2) ? "SEEN" : "OTHER"
      const confidence = Math.min(1, window.close(0) / window.close(1) - 0.5)
      return [matchOf(window, { pattern, trigger: 1, anchors: [1, 0], confidence })]
    },
    { history: 3, warmUp: 2 }
  )
  const settings = { minimumConfidence: 0.6, cooldownMillis: 3 * minute }
  const candles = Arbitrary.map(
    Arbitrary.array(Arbitrary.all([oneOf(price, whole(1, 4)), whole(1, 3)]), { maxLength: 60 }),
    (steps) => {
      let minutes = 0
      return steps.map(([close, step]) => candleAt((minutes += step), { close, gap: step - 1 }))
    }
  )

  it.prop(
    "those of the first candles are the first of the decisions",
    [candles, whole(0, 60)],
    ([candles, length]) => {
      const all = run(pipelineOf([rises], settings), candles)
      const prefix = run(pipelineOf([rises], settings), candles.slice(0, length))
      assert.deepStrictEqual(prefix.decisions, all.decisions.slice(0, prefix.decisions.length))
      assert.deepStrictEqual(prefix.faults, all.faults.slice(0, prefix.faults.length))
      const end = candles[length - 1]?.time ?? 0
      const later = all.decisions.slice(prefix.decisions.length)
      assert.isTrue(later.every(({ detection }) => detection.confirmedAt > end + minute))
    },
    { arbitrary: { runs: 300 } }
  )

  it.prop(
    "the same candles give the same decisions, each a valid detection",
    [candles],
    ([candles]) => {
      const { decisions } = run(pipelineOf([rises], settings), candles)
      assert.deepStrictEqual(run(pipelineOf([rises], settings), candles).decisions, decisions)
      for (const { detection } of decisions) assert.isTrue(isDetection(detection))
    },
    { arbitrary: { runs: 200 } }
  )

  it("and the made-up candles do lead to publications, suppressions and faults", () => {
    const prices = [2, 3, 3.5, 2, 4, 1, 2, 8, 3, 4]
    const { decisions, faults } = run(
      pipelineOf([rises], settings),
      prices.map((close, minutes) => candleAt(minutes, { close }))
    )
    assert.includeMembers(decisions.map(verdictOf), ["published", "cooldown"])
    assert.lengthOf(faults, 1)
  })
})

const isDetection = Schema.is(Detection)

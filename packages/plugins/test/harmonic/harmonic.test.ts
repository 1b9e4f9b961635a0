import { assert, describe, it } from "@effect/vitest"
import { type Candle, exampleCandles, type Match } from "@mjolnir/core"
import { detectionsOf, flatCandles, matchesOf, minuteWalk, scenarios } from "@mjolnir/core/testing"

import { harmonic } from "../../src/harmonic/harmonic.ts"
import { harmonicRows } from "../../src/harmonic/harmonicRows.ts"
import { ratioTable } from "../../src/harmonic/ratioTable.ts"
import { pivotPath } from "../../src/patternExamples/pivotPath.ts"
import { everyHarmonic, type Finding } from "./everyHarmonic.ts"

const examples = Object.values(harmonicRows).flatMap((row) =>
  (["bullish", "bearish"] as const).map((direction) => ({ row, direction }))
)

describe("each pattern of exact ratios", () => {
  for (const { direction, row } of examples) {
    it(`is confirmed when it is a ${direction} ${row.pattern}`, () => {
      const candles = exampleCandles(pivotPath(row.example, direction))
      const match = matchesOf(harmonic, candles).at(-1)?.[0]
      if (match === undefined) return assert.fail("nothing is found")
      assert.strictEqual(match.pattern, row.pattern)
      assert.strictEqual(match.direction, direction)
      assert.isUndefined(match.provisional)
      assert.strictEqual(match.metadata?.["completion"], "confirmed")
      assert.closeTo(match.confidence, 0.9, 1e-3)
      const pricesOfPivots = row.example.slice(-row.labels.length)
      assert.strictEqual(match.anchors.length, row.labels.length)
      for (const [index, height] of pricesOfPivots.entries()) {
        const candle = candles.at(-1 - (match.anchors[index] ?? 0))
        assert.closeTo(candle?.close ?? 0, 100 + (direction === "bullish" ? 8 : -8) * height, 1e-5)
      }
    })

    it(`is potential before, when it is a ${direction} ${row.pattern}`, () => {
      const candles = exampleCandles(pivotPath(row.example, direction))
      const early = findingsIn(candles).filter(({ pattern, stage }) => pattern === row.pattern && stage === "potential")
      const last = findingsIn(candles).at(-1)
      assert.strictEqual(early.filter(({ pivots }) => `${pivots}` === `${last?.pivots.slice(0, -1)}`).length, 1)
      assert.isBelow(early.at(-1)?.at ?? candles.length, last?.at ?? 0)
    })
  }
})

describe("the harmonic detector", () => {
  for (const [name, tolerance] of Object.entries({ usual: 0.05, wide: 0.15 })) {
    for (const seed of [1, 2, 3]) {
      it(`finds what the rules define and nothing else with a ${name} tolerance in walk ${seed}`, () => {
        const candles = minuteWalk(seed, 2_500)
        const rules = { tolerance, minimumLeg: 1, within: 120 }
        const expected = everyHarmonic(candles, rules)
        assert.isNotEmpty(expected)
        assert.deepStrictEqual(findingsIn(candles, rules), expected)
      })
    }
  }

  it("confirms only what it told as potential, once and before", () => {
    const found = findingsIn(minuteWalk(4, 6_000), lax)
    const potential = found.filter(({ stage }) => stage === "potential").map(nameOf)
    const confirmed = found.filter(({ stage }) => stage === "confirmed")
    assert.isNotEmpty(confirmed)
    assert.strictEqual(new Set(potential).size, potential.length)
    for (const each of confirmed) {
      const before = found.find((other) => nameOf(other) === nameOf({ ...each, pivots: each.pivots.slice(0, -1) }))
      assert.isBelow(before?.at ?? Number.POSITIVE_INFINITY, each.at)
    }
  })

  it("confirms one pattern for the same D, of whatever pivots before", () => {
    const turns = findingsIn(minuteWalk(5, 6_000), lax)
      .filter(({ stage }) => stage === "confirmed")
      .map(({ pivots }) => pivots.at(-1))
    assert.isNotEmpty(turns)
    assert.strictEqual(new Set(turns).size, turns.length)
  })

  it("marks as provisional what is potential, and nothing else", () => {
    const matches = matchesOf(harmonic, minuteWalk(6, 6_000), { settings: settingsOf(lax) }).flat()
    assert.isTrue(matches.some(({ provisional }) => provisional === true))
    for (const { metadata, provisional } of matches) {
      assert.strictEqual(metadata?.["completion"] === "potential", provisional === true)
    }
  })

  it("explains a confidence by scores that sum to it", () => {
    const found = detectionsOf(harmonic, minuteWalk(6, 3_000), { settings: settingsOf(lax), explains: "matches" })
    assert.isNotEmpty(found)
    for (const { confidence, explanation = [] } of found) {
      assert.closeTo(
        explanation.reduce((sum, { score }) => sum + score, 0),
        confidence,
        1e-12
      )
    }
  })

  it("draws the pivots by their letters, the legs, the zone and the levels", () => {
    const candles = exampleCandles(pivotPath(ratioTable.GARTLEY.example))
    const detection = detectionsOf(harmonic, candles, { annotates: true }).at(-1)
    assert.deepStrictEqual(
      detection?.annotations?.map(({ kind, label }) => `${kind} ${label}`),
      [
        ...["XA", "AB", "BC", "CD"].map((leg) => `line ${leg}`),
        ...["X", "A", "B", "C", "D"].map((pivot) => `point ${pivot}`),
        "zone potential reversal zone",
        "line invalidation",
        "line target 0.382",
        "line target 0.618"
      ]
    )
  })

  it("finds next to nothing by chance: fewer than 5 in a thousand candles", () => {
    assert.isBelow(matchesOf(harmonic, minuteWalk(7, 10_000)).flat().length, 50)
  })

  it("finds nothing where legs have no length", () => {
    const flat = flatCandles(Array.from({ length: 600 }, () => 10))
    assert.deepStrictEqual(findingsIn(flat, lax), [])
    assert.deepStrictEqual(findingsIn(scenarios.constantPrice.make(1), { ...lax, within: 20 }), [])
  })
})

const lax = { tolerance: 0.15, minimumLeg: 0, within: 120 }

const settingsOf = ({ tolerance, ...rest }: typeof lax) => ({
  toleranceB: tolerance,
  toleranceC: tolerance,
  toleranceD: tolerance,
  ...rest
})

const findingsIn = (candles: ReadonlyArray<Candle>, rules?: typeof lax): ReadonlyArray<Finding> =>
  matchesOf(harmonic, candles, rules === undefined ? {} : { settings: settingsOf(rules) }).flatMap((matches, at) =>
    matches.map((match) => findingOf(match, at))
  )

const findingOf = ({ anchors, pattern, provisional }: Match, at: number): Finding => ({
  at,
  pattern,
  stage: provisional === true ? "potential" : "confirmed",
  pivots: anchors.map((age) => at - age)
})

const nameOf = ({ pattern, pivots }: Finding): string => `${pattern} ${pivots.join(" ")}`

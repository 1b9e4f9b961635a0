import { assert, describe, it } from "@effect/vitest"
import { type Candle, type Detector, StockSymbol } from "@mjolnir/core"
import { makePipelinePlan, type PartFault, SymbolPipeline } from "@mjolnir/core/pipeline"
import { conformance, flatCandles, scenarios } from "@mjolnir/core/testing"
import { Result } from "effect"

import classic from "../../src/classic/index.ts"
import { badDetectors } from "./badDetectors.ts"
import { badPlugins } from "./badPlugins.ts"
import { pollution } from "./detectors/mutating.ts"
import { market } from "./market.ts"
import { zooTable } from "./zooTable.ts"

const all = Object.values(badDetectors).flat()

/** Fewer candles than an author would want, so that the whole zoo is looked at in some seconds. */
const budget = { candles: 15_000, meanMicros: 10 }

describe("conformance catches", () => {
  for (const { bad, caughtBy, make } of all) {
    it(`by ${caughtBy.join(", ")}: ${make().name}`, () => {
      const results = conformance(make(), { candles: market, budget }).map(({ check }) => check())
      const failed = results.filter(({ outcome }) => outcome === "failed")
      assert.deepStrictEqual(
        failed.map(({ id }) => id),
        caughtBy,
        `${bad}\n${failed.map(({ detail, id }) => `${id} ${detail}`).join("\n")}`
      )
    })
  }
})

describe("every case", () => {
  it("is needed to catch somebody", () => {
    const [first] = all
    assert.isDefined(first)
    const catching = new Set(all.flatMap(({ caughtBy }) => caughtBy))
    assert.deepStrictEqual(
      [...catching].sort(),
      conformance(first.make()).map(({ id }) => id)
    )
  })
})

describe("the classic detections are byte-identical beside", () => {
  const alone = series.map((candles) => run(classic.detectors, candles))

  it("nothing else: there are some of every classic pattern", () => {
    const seen = new Set(alone.flatMap(({ patterns }) => patterns))
    assert.deepStrictEqual([...seen].sort(), classic.detectors.flatMap(({ emits }) => emits).sort())
  })

  for (const { fault, make } of all) {
    const { name } = make()
    it(name, () => {
      const found: Array<PartFault> = []
      for (const [index, candles] of series.entries()) {
        const { faults, text } = run([make(), ...classic.detectors], candles)
        assert.strictEqual(text, alone[index]?.text)
        found.push(...faults)
      }
      Reflect.deleteProperty(Array.prototype, pollution)
      assert.isTrue(found.every(({ part }) => part === `${name}@1.0.0`))
      if (fault === undefined) assert.isEmpty(found)
      else
        assert.isTrue(
          found.some(({ problem }) => problem.includes(fault)),
          found[0]?.problem
        )
    })
  }
})

describe("the table of the zoo", () => {
  it("has a row for each of them, and says who catches it", () => {
    const rows = zooTable()
      .split("\n")
      .filter((line) => line.startsWith("| ") && !line.startsWith("| Plugin"))
    assert.lengthOf(rows, all.length + badPlugins.length)
    assert.isAtLeast(rows.length, 20)
    for (const row of rows) assert.match(row, /^\| [a-z-]+ \| [^|]+ \| [^|]+ \|$/)
    assert.include(rows[0], "| C05, only candles of the window are asked for |")
  })

  it("names nobody twice", () => {
    const names = [...all.map(({ make }) => make().name), ...badPlugins.map(({ name }) => name)]
    assert.deepStrictEqual([...new Set(names)], names)
  })
})

/** Markets in which every classic pattern is found, and the one that some of the zoo know beforehand. */
const series: ReadonlyArray<ReadonlyArray<Candle>> = [
  market,
  ...[1, 2, 3].flatMap((seed) =>
    [scenarios.bullFlag, scenarios.doubleTop, scenarios.doubleBottom, scenarios.pennyPrices].map(({ make }) =>
      make(seed)
    )
  ),
  scenarios.randomWalk.make(8),
  // The classic bear flag falls faster than that of the scenarios.
  flatCandles([100, 98, 95, 92, 90, 92, 93, 94, 93.5, 93.2])
]

/** What the classic detectors lead to, as it would be published with everything that can be asked for, and all faults. */
const run = (detectors: ReadonlyArray<Detector>, candles: ReadonlyArray<Candle>) => {
  const plan = makePipelinePlan(detectors, {
    annotates: true,
    explains: "near_misses",
    minimumConfidence: 0,
    cooldownMillis: 0
  })
  const pipeline = new SymbolPipeline(StockSymbol.make("LOOP"), Result.getOrThrow(plan))
  const steps = candles.map((candle) => pipeline.onCandle(candle))
  const decisions = steps.map((step) => step.decisions.filter(({ detection }) => ids.has(detection.detector)))
  return {
    text: JSON.stringify(decisions),
    patterns: decisions.flat().map(({ detection }) => detection.pattern),
    faults: steps.flatMap(({ faults }) => faults)
  }
}

const ids = new Set(classic.detectors.map(({ name, version }) => `${name}@${version}`))

import { assert, describe, it } from "@effect/vitest"
import { Effect, Result, Schema } from "effect"

import type { Candle } from "../../src/domain/Candle.ts"
import type { Match } from "../../src/domain/Match.ts"
import { StockSymbol } from "../../src/domain/StockSymbol.ts"
import { detectionId, idSeed } from "../../src/pipeline/detectionId.ts"
import { makePipelinePlan, type PipelineSettings } from "../../src/pipeline/PipelinePlan.ts"
import { SymbolPipeline } from "../../src/pipeline/SymbolPipeline.ts"
import { defineDetector } from "../../src/plugin/defineDetector.ts"
import { candleAt, minute } from "../support/candles.ts"
import { detectorOf, matchOf, run } from "../support/pipeline.ts"

const params = Schema.Struct({
  gain: Schema.Finite.pipe(Schema.withDecodingDefaultKey(Effect.succeed(0.1))),
  length: Schema.Int.pipe(Schema.withDecodingDefaultKey(Effect.succeed(3)))
})

const makeDetector = (anchors: Match["anchors"] = [1, 0], version = "1.0.0", pattern: "SEEN" | "OTHER" = "SEEN") =>
  defineDetector({
    name: "made-up",
    version,
    summary: "Every candle",
    emits: ["SEEN", "OTHER"],
    params,
    history: 3,
    warmUp: 2,
    detect: (window) => [{ ...matchOf(window), pattern, anchors }]
  })

const candles = [candleAt(0), candleAt(1)]

const idOf = (options: {
  readonly symbol?: string
  readonly settings?: PipelineSettings
  readonly detector?: ReturnType<typeof makeDetector>
  readonly candles?: ReadonlyArray<Candle>
}): string | undefined => {
  const settings = { minimumConfidence: 0, cooldownMillis: 0, ...options.settings }
  const plan = Result.getOrThrow(makePipelinePlan([options.detector ?? makeDetector()], settings))
  const pipeline = new SymbolPipeline(StockSymbol.make(options.symbol ?? "LOOP"), plan)
  return run(pipeline, options.candles ?? candles).decisions.at(-1)?.detection.id
}

describe("the id of a detection is the same", () => {
  it("for the same candles, every time, for ever", () => {
    assert.strictEqual(idOf({}), "070fdafca29ca282f85bda690c0021e3")
    assert.strictEqual(idOf({}), idOf({}))
  })

  it("whatever came before and whatever the prices are", () => {
    assert.strictEqual(idOf({ candles: [candleAt(-5, { close: 3 }), ...candles] }), idOf({}))
  })

  it("whether params are given or left to their defaults, in any order", () => {
    assert.strictEqual(idOf({ settings: { params: { "made-up": { length: 3, gain: 0.1 } } } }), idOf({}))
    assert.strictEqual(idOf({ settings: { params: { "made-up": { gain: 0.1 } } } }), idOf({}))
  })

  it("whatever the gates are set to", () => {
    assert.strictEqual(idOf({ settings: { minimumConfidence: 1, cooldownMillis: 1 } }), idOf({}))
  })
})

describe("the id of a detection differs", () => {
  const differing: Record<string, string | undefined> = {
    "by symbol": idOf({ symbol: "AGH" }),
    "by interval": idOf({ settings: { interval: "5m" } }),
    "by params": idOf({ settings: { params: { "made-up": { gain: 0.2 } } } }),
    "by the version of the detector": idOf({ detector: makeDetector([1, 0], "1.0.1") }),
    "by pattern": idOf({ detector: makeDetector([1, 0], "1.0.0", "OTHER") }),
    "by anchors": idOf({ detector: makeDetector([0]) }),
    "by the times of the anchors": idOf({ candles: [candleAt(0), candleAt(2)] })
  }
  for (const [what, id] of Object.entries(differing)) {
    it(what, () => {
      assert.match(id ?? "", /^[0-9a-f]{32}$/)
      assert.notStrictEqual(id, idOf({}))
    })
  }

  it("between all of these", () => {
    assert.strictEqual(new Set(Object.values(differing)).size, Object.keys(differing).length)
  })

  it("by the name of the detector", () => {
    const ids = ["one", "two"].map((name) => {
      const plan = Result.getOrThrow(makePipelinePlan([detectorOf((window) => [matchOf(window)], { name })]))
      return run(new SymbolPipeline(StockSymbol.make("LOOP"), plan), candles).decisions[0]?.detection.id
    })
    assert.notStrictEqual(ids[0], ids[1])
  })
})

describe("ids", () => {
  const seed = idSeed({ symbol: "LOOP", interval: "1m", detector: "made-up@1.0.0", canonicalParams: "{}" })
  const bitsOf = (id: string): string =>
    id.replace(/./g, (digit) => Number.parseInt(digit, 16).toString(2).padStart(4, "0"))

  it("do not meet over a million times and patterns", () => {
    const ids = new Set<string>()
    for (let minutes = 0; minutes < 250_000; minutes++) {
      const time = 1.7e12 + minutes * minute
      for (const pattern of ["A", "B"])
        ids.add(detectionId(seed, pattern, [time])).add(detectionId(seed, pattern, [time, time]))
    }
    assert.strictEqual(ids.size, 1_000_000)
  })

  it("differ in about half of their bits when a time differs in one", () => {
    const differences: Array<number> = []
    for (let bit = 0; bit < 41; bit++) {
      const one = bitsOf(detectionId(seed, "SEEN", [1.7e12]))
      const other = bitsOf(detectionId(seed, "SEEN", [1.7e12 + 2 ** bit]))
      differences.push([...one].filter((each, index) => each !== other[index]).length)
    }
    const mean = differences.reduce((sum, each) => sum + each, 0) / differences.length
    assert.closeTo(mean, 64, 4)
    for (const each of differences) assert.isAbove(each, 35)
  })

  it("tell apart where a pattern ends and the anchors begin, however long the pattern is", () => {
    const patterns = ["S", "S\0", "S\0\0", "X".repeat(300), `${"X".repeat(299)}Y`]
    const ids = patterns.flatMap((pattern) =>
      [[], [0], [0, 0], [-1]].map((anchors) => detectionId(seed, pattern, anchors))
    )
    assert.strictEqual(new Set(ids).size, ids.length)
  })
})

import { assert, describe, it } from "@effect/vitest"
import { Record, Schema } from "effect"

import { CandleMemory } from "../../src/candlestick/CandleMemory.ts"
import { Candles } from "../../src/candlestick/Candles.ts"
import { CandlestickParams } from "../../src/candlestick/CandlestickParams.ts"
import { candleWords } from "../../src/candlestick/candleWords.ts"
import { firstSetup } from "../../src/candlestick/FollowedHikkake.ts"
import { patternDescriptions } from "../../src/candlestick/patternDescriptions.ts"
import { penetrations } from "../../src/candlestick/penetrations.ts"
import { hikkakes } from "../../src/candlestick/rules/hikkake.ts"
import { rules } from "../../src/candlestick/rules/rules.ts"
import { coarseSeries, ties } from "./fixtures.ts"
import { SeriesWindow } from "./SeriesWindow.ts"

const byDefault = Schema.decodeSync(CandlestickParams)({})

/** What looks at candles from the index of its lookback on. */
interface Reader {
  readonly lookback: number
  readonly read: (c: Candles) => void
}

const readers: Readonly<Record<string, Reader>> = {
  ...Record.map(rules, ({ forms, lookback }) => ({
    lookback,
    read: (c: Candles) => {
      for (const { when } of forms) when(c, byDefault)
    }
  })),
  ...Record.map(hikkakes, ({ setup }, pattern) => ({ lookback: firstSetup(pattern), read: setup }))
}

/** The words of whose thresholds each pattern makes use at any candle of the fixtures. */
const wordsInUse = (): ReadonlyMap<string, ReadonlySet<string>> => {
  const used = new Map(Object.keys(readers).map((pattern) => [pattern, new Set<string>()]))
  for (const { candles } of [coarseSeries(), ...ties()]) {
    const memory = new CandleMemory()
    const watched = Object.entries(readers).map(([pattern, { lookback, read }]) => ({
      lookback,
      read,
      view: recording(new Candles(memory, lookback), (name) => used.get(pattern)?.add(name))
    }))
    const window = new SeriesWindow(candles)
    for (const index of candles.keys()) {
      memory.take(window.show(index), 0)
      for (const { lookback, read, view } of watched) if (index >= lookback) read(view)
    }
  }
  return used
}

const recording = (candles: Candles, record: (word: string) => void): Candles =>
  new Proxy(candles, {
    get: (target, name) => {
      if (typeof name === "string" && name in candleWords) record(name)
      const method: unknown = Reflect.get(target, name)
      return typeof method === "function" ? method.bind(target) : method
    }
  })

describe("the text of a rule", () => {
  const used = wordsInUse()
  for (const [pattern, { words }] of Object.entries({ ...rules, ...hikkakes })) {
    it(`explains the words by which ${pattern} measures, and no others`, () => {
      assert.sameMembers([...words], [...(used.get(pattern) ?? [])])
    })
  }

  it("says in figures what its words stand for", () => {
    const { rule } = patternDescriptions.CDLHAMMER
    assert.include(rule, "A body is short below the mean body of the 10 candles before it.")
    assert.include(rule, "A shadow is long when it is longer than the body of its candle.")
    assert.include(rule, "A shadow below 0.1 of the mean range of the 10 candles before it is as good as none")
    assert.include(rule, "Near is up to 0.2 of the mean range of the 5 candles before")
  })

  for (const param of Object.keys(penetrations)) {
    it(`names ${param} where it decides`, () => {
      const naming = Object.entries(patternDescriptions).flatMap(([pattern, { rule }]) =>
        rule.includes(`\`${param}\``) ? [pattern] : []
      )
      assert.deepStrictEqual(naming, [`CDL${param.replace("Penetration", "").toUpperCase()}`])
    })
  }
})

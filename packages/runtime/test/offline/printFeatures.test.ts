import { assert, describe, it } from "@effect/vitest"
import { StockSymbol } from "@mjolnir/core"
import { Effect, Option } from "effect"
import { TestConsole } from "effect/testing"

import { type FeatureChoice, printFeatures } from "../../src/offline/printFeatures.ts"
import { PluginFolder } from "../plugins/PluginFolder.ts"
import { captured, lines } from "./captured.ts"

const choice: FeatureChoice = {
  file: ["-"],
  plugin: [],
  only: Option.some("sma20,obv"),
  symbol: Option.none(),
  interval: "1m",
  calendar: "utc",
  format: Option.none(),
  json: false
}

/** Candles of these closes, a minute apart, each with 100 shares. */
const csv = (...closes: ReadonlyArray<number>): string =>
  lines(
    "time,open,high,low,close,volume",
    ...closes.map((close, minutes) => `${minutes * 60_000},${close},${close},${close},${close},100`)
  )

const printed = (settings: Partial<FeatureChoice>, input: string) => {
  const { layer, text } = captured(input)
  return printFeatures({ ...choice, ...settings }).pipe(Effect.provide(layer), Effect.map(text))
}

const problemOf = (settings: Partial<FeatureChoice>) =>
  printed(settings, csv(1)).pipe(
    Effect.flip,
    Effect.map((error) => ("message" in error ? error.message : ""))
  )

const twentyOne = Array.from({ length: 21 }, (_, index) => index + 1)

describe("mjolnir features", () => {
  it.effect("prints an object for each candle, with null for what is not defined yet", () =>
    Effect.gen(function* () {
      const rows = (yield* printed({}, csv(...twentyOne))).trim().split("\n")
      assert.deepStrictEqual(
        [0, 18, 19, 20].map((index) => JSON.parse(rows[index] ?? "")),
        [
          { symbol: "STOCK", time: 0, sma20: null, obv: 100 },
          { symbol: "STOCK", time: 1_080_000, sma20: null, obv: 1900 },
          { symbol: "STOCK", time: 1_140_000, sma20: 10.5, obv: 2000 },
          { symbol: "STOCK", time: 1_200_000, sma20: 11.5, obv: 2100 }
        ]
      )
    })
  )

  it.effect("prints every indicator under its name when none is chosen", () =>
    Effect.gen(function* () {
      const [row = ""] = (yield* printed({ only: Option.none() }, csv(1))).split("\n")
      const { symbol, time, obv, ...rest } = JSON.parse(row)
      assert.deepStrictEqual([symbol, time, obv, Object.keys(rest).length], ["STOCK", 0, 100, 26])
      assert.deepStrictEqual(new Set(Object.values(rest)), new Set([null]))
    })
  )

  it.effect("prints CSV with empty cells, and follows each symbol alone", () =>
    Effect.gen(function* () {
      const two = lines(
        "symbol,time,open,high,low,close,volume",
        "A,0,1,1,1,1,5",
        "B,0,9,9,9,9,70",
        "A,60000,2,2,2,2,5",
        "B,60000,8,8,8,8,70"
      )
      assert.strictEqual(
        yield* printed({ format: Option.some("csv") }, two),
        lines("symbol,time,sma20,obv", "A,0,,5", "B,0,,70", "A,60000,,10", "B,60000,,0")
      )
    })
  )

  it.effect("prints an aligned table, rounded, and says how much it was", () =>
    Effect.gen(function* () {
      const settings = { only: Option.some("roc10,obv"), format: Option.some("table" as const) }
      const rows = (yield* printed(settings, csv(3, 3, 3, 3, 3, 3, 3, 3, 3, 3, 4))).split("\n")
      assert.strictEqual(rows[0], "TIME (UTC)        SYMBOL       roc10         obv")
      assert.strictEqual(rows[1], "1970-01-01 00:00  STOCK            -         100")
      assert.strictEqual(rows[11], "1970-01-01 00:10  STOCK      33.3333         200")
      assert.deepStrictEqual(yield* TestConsole.errorLines, ["2 values at 11 candles of 1 symbol"])
    })
  )

  it.effect("reads the features of a plugin from the first candle on, everything that a detector can read", () =>
    Effect.gen(function* () {
      using folder = new PluginFolder({
        "plugin.ts": `
          import { defineFeature, definePlugin } from "@mjolnir/core"
          const counting = (step: number) => defineFeature({
            name: "counting", version: "1.0.0", summary: "Counts candles", params: { step }, warmUp: 50,
            state: { init: () => ({ count: 0 }) },
            update: (state) => { state.count += step },
            reading: (state) => ({
              get count() { return state().count },
              get isEven() { return state().count % 2 === 0 },
              parts: { get half() { return state().count / 2 } },
              get later() { return state().count > 1 ? "yes" : undefined },
              twice: (count: number) => 2 * count
            })
          })
          export default definePlugin({
            name: "counter", version: "1.0.0", sdk: "^0.1.0", summary: "Counts", features: [counting(1), counting(5)]
          })`
      })
      const text = yield* printed({ only: Option.none(), plugin: [`${folder.path}/plugin.ts`] }, csv(7, 7))
      const [first, second] = text.split("\n")
      assert.strictEqual(
        first,
        '{"symbol":"STOCK","time":0,"counting.count":1,"counting.isEven":false,"counting.parts.half":0.5,"counting.later":null,"counting#2.count":5,"counting#2.isEven":false,"counting#2.parts.half":2.5,"counting#2.later":"yes"}'
      )
      assert.include(second, '"counting.count":2,"counting.isEven":true,"counting.parts.half":1,"counting.later":"yes"')
    })
  )

  it.effect("goes on without the values of a feature that fails, and says so once", () =>
    Effect.gen(function* () {
      using folder = new PluginFolder({
        "plugin.ts": `
          import { defineFeature, definePlugin } from "@mjolnir/core"
          const failing = defineFeature({
            name: "failing", version: "1.0.0", summary: "Fails", warmUp: 1,
            state: { init: () => ({}) },
            update: () => { throw new Error("out of luck") },
            reading: () => ({ value: Number.NaN })
          })
          export default definePlugin({
            name: "unlucky", version: "1.0.0", sdk: "^0.1.0", summary: "Fails", features: [failing]
          })`
      })
      const text = yield* printed({ only: Option.none(), plugin: [`${folder.path}/plugin.ts`] }, csv(7, 7))
      assert.strictEqual(text.split("\n")[1], '{"symbol":"STOCK","time":60000,"failing.value":null}')
      const errors = yield* TestConsole.errorLines
      assert.strictEqual(errors.length, 1)
      assert.match(String(errors[0]), /^mjolnir: feature failing@1\.0\.0 failed on STOCK: it .*out of luck/)
    })
  )

  it.effect("prints lists as what they are, and what cannot be read before the first candle", () =>
    Effect.gen(function* () {
      using folder = new PluginFolder({
        "plugin.ts": `
          import { defineFeature, definePlugin } from "@mjolnir/core"
          const closes = defineFeature({
            name: "closes", version: "1.0.0", summary: "Remembers closes", warmUp: 1,
            state: { init: () => ({ all: [] }) },
            update: (state, window) => { state.all.push(window.close(0)) },
            reading: (state) => ({
              get all() { return state().all },
              get text() { return state().all.at(-1).toFixed(2) }
            })
          })
          export default definePlugin({
            name: "closes", version: "1.0.0", sdk: "^0.1.0", summary: "Remembers", features: [closes]
          })`
      })
      const text = yield* printed({ only: Option.none(), plugin: [`${folder.path}/plugin.ts`] }, csv(7, 8))
      assert.strictEqual(text.split("\n")[1], '{"symbol":"STOCK","time":60000,"closes.all":[7,8],"closes.text":"8.00"}')
    })
  )

  it.effect("says what is wrong with a choice, and how to mend it", () =>
    Effect.gen(function* () {
      assert.strictEqual(
        yield* problemOf({ only: Option.some("sma02") }),
        '--only: there is no value "sma02"; did you mean sma20?'
      )
      assert.include(yield* problemOf({ plugin: ["classic"] }), "plugin classic: it offers no features")
      assert.include(yield* problemOf({ json: true, format: Option.some("csv") }), "--json and --format csv")
    })
  )

  it.effect("says when the input holds no candle of the symbol", () =>
    Effect.gen(function* () {
      const input = lines("symbol,time,open,high,low,close", "A,0,1,1,1,1")
      assert.strictEqual(yield* printed({ symbol: Option.some(StockSymbol.make("C")) }, input), "")
      assert.deepStrictEqual(yield* TestConsole.errorLines, ["mjolnir: --symbol C: the input holds no candle of it"])
    })
  )
})

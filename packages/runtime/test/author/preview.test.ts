import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"

import { layer as nodeServices } from "@effect/platform-node/NodeServices"
import { assert, describe, it } from "@effect/vitest"
import { StockSymbol } from "@mjolnir/core"
import { Effect, Option } from "effect"

import { drawPlugin, PageUnwritable, type PreviewInput } from "../../src/author/preview/drawPlugin.ts"
import { OneFileForMany } from "../../src/author/preview/pagePaths.ts"
import { NoCandles, readCandleSeries } from "../../src/author/readCandleSeries.ts"
import { mjolnir } from "../commands/mjolnirProcess.ts"
import { PluginFolder } from "../plugins/PluginFolder.ts"
import { pluginWith, scaffoldedPackage } from "./AuthoredPlugin.ts"

const candles = fileURLToPath(new URL("../../src/scaffold/templates/detector/test/candles.csv", import.meta.url))

/** What a page was made from. */
const dataOf = (page: string) =>
  JSON.parse(
    /<script type="application\/json" id="preview-data">(.*?)<\/script>/s.exec(readFileSync(page, "utf8"))?.[1] ?? ""
  )

describe("mjolnir plugin preview", () => {
  it("writes a page with all that a detector tells, and says how much that is", () => {
    using folder = scaffoldedPackage("detector")
    const page = `${folder.path}/rises.html`
    const { code, err, out } = mjolnir(["plugin", "preview", folder.path, "--candles", candles, "--out", page])
    assert.deepStrictEqual([code, err], [0, ""])
    const data = dataOf(page)
    assert.deepInclude(data.detector, { name: "three-up", history: 3, params: { minimumGain: 0.01 } })
    assert.deepStrictEqual([data.symbol, data.candles.length], ["ACME", 60])
    assert.isAbove(data.detections.length, 0)
    assert.hasAllKeys(data.detections[0].annotations[0], ["kind", "label", "from", "to"])
    assert.lengthOf(data.detections[0].explanation, 2)
    assert.match(out, new RegExp(`^three-up@0\\.1\\.0 +60 of 1m +${data.detections.length} +– +${page}$`, "m"))
  })

  it("shows made-up candles when there are none, with the settings of a file", () => {
    using folder = scaffoldedPackage("detector")
    folder.write("settings.yaml", "detectors: { three-up: { params: { minimumGain: 0.02 } } }")
    const out = `${folder.path}/pages/`
    const settings = `${folder.path}/settings.yaml`
    const { code } = mjolnir(["plugin", "preview", folder.path, "--settings", settings, "--out", out])
    assert.strictEqual(code, 0)
    const data = dataOf(`${out}three-up.html`)
    assert.deepStrictEqual([data.symbol, data.detector.params], ["MADEUP", { minimumGain: 0.02 }])
    assert.isAbove(data.detections.length, 0)
  })

  it("writes a page for each detector and interval, of candles of that interval, and tells what failed", () => {
    using folder = pluginWith(`detectors: [
      defineDetector({ ...about, name: "two", emits: ["TWO"], history: 1, intervals: ["1m", "5m"], detect: () => noMatch }),
      defineDetector({ ...about, name: "angry", emits: ["ANGRY"], history: 1, detect: () => { throw new Error("no") } })
    ]`)
    const { code, err, out } = mjolnir(["plugin", "preview", `${folder.path}/plugin.ts`, "--out", folder.path])
    assert.strictEqual(code, 0)
    assert.match(err, /^mjolnir: angry: it threw Error: no \(first of \d+ failures\)\n$/)
    assert.lengthOf(out.match(/\.html$/gm) ?? [], 3)
    const [minutes, fives] = ["two-1m", "two-5m"].map((name) => dataOf(`${folder.path}/${name}.html`).candles.length)
    assert.closeTo(minutes / 5, fives, 30)
    assert.isTrue(existsSync(`${folder.path}/angry.html`))
  })

  const input = { detector: undefined, settings: undefined, series: undefined, interval: "1m", out: undefined } as const
  const failure = (choice: Partial<PreviewInput>) =>
    drawPlugin({ plugin: "classic", ...input, ...choice }, () => {}).pipe(Effect.flip, Effect.provide(nodeServices))

  it.effect("refuses one file for several pages", () =>
    Effect.gen(function* () {
      const refused = yield* failure({ out: "page.html" })
      assert.instanceOf(refused, OneFileForMany)
      assert.match(refused.message, /^--out page\.html: one file cannot hold .*; choose one with --detector, /)
    })
  )

  it.effect("says where a page cannot be written", () =>
    Effect.gen(function* () {
      const unwritable = yield* failure({ detector: "double-top", out: "/dev/null/page.html" })
      assert.instanceOf(unwritable, PageUnwritable)
      assert.match(
        unwritable.message,
        /^\/dev\/null\/page\.html cannot be written: .*; choose another place with --out$/
      )
    })
  )

  it.effect("says why a detector cannot be shown on the candles", () =>
    Effect.gen(function* () {
      using folder = pluginWith(
        'detectors: [defineDetector({ ...about, name: "quick", emits: ["QUICK"], history: 1, intervals: ["1m"], detect: () => noMatch })]'
      )
      const { message } = yield* failure({ plugin: `${folder.path}/plugin.ts`, interval: "1h" })
      assert.match(message, /there is nothing to show: quick: it looks at candles of 1m, and these are of 1h$/)
    })
  )
})

describe("the candles of a file", () => {
  const read = (text: string, symbol?: string) =>
    Effect.gen(function* () {
      using folder = new PluginFolder({ "candles.csv": text })
      return yield* readCandleSeries({
        candles: Option.some(`${folder.path}/candles.csv`),
        symbol: Option.map(Option.fromUndefinedOr(symbol), (name) => StockSymbol.make(name)),
        interval: "1m"
      })
    }).pipe(Effect.provide(nodeServices))
  const text = "symbol,time,open,high,low,close\nA,0,1,1,1,1\nB,0,2,2,2,2\nA,60000,1,1,1,1\n"

  it.effect("are those of its first symbol, or of the one that is asked for", () =>
    Effect.gen(function* () {
      const first = yield* read(text)
      assert.deepStrictEqual([first?.symbol, first?.candles.length], ["A", 2])
      const chosen = yield* read(text, "B")
      assert.deepStrictEqual([chosen?.symbol, chosen?.candles.length], ["B", 1])
    })
  )

  it.effect("must be there", () =>
    Effect.gen(function* () {
      const missing = yield* Effect.flip(read(text, "C"))
      assert.instanceOf(missing, NoCandles)
      assert.match(
        missing.message,
        /candles\.csv: it holds no candle of C; leave --symbol out, or give a file that has some$/
      )
    })
  )
})

import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"

import { afterAll, assert, describe, it } from "@effect/vitest"
import { StockSymbol } from "@mjolnir/core"
import { Effect, Option } from "effect"
import { TestConsole } from "effect/testing"

import { type DetectChoice, detectFiles } from "../../src/offline/detectFiles.ts"
import type { FrameChoice } from "../../src/offline/FrameChoice.ts"
import { printCandles } from "../../src/offline/printCandles.ts"
import { replayFrames } from "../../src/offline/replayFrames.ts"
import { PluginNotFound } from "../../src/plugins/locatePlugin.ts"
import { captured, lines } from "./captured.ts"

const folder = mkdtempSync(join(tmpdir(), "mjolnir-"))
afterAll(() => rmSync(folder, { recursive: true }))
const watchFile = join(folder, "symbols.txt")
writeFileSync(watchFile, lines("A", "", " B ", "A"))

const pipeline = {
  plugin: [],
  settings: Option.none(),
  lookback: 50,
  minConfidence: 0,
  cooldown: 0,
  interval: "1m",
  calendar: "utc",
  details: false,
  format: Option.some("jsonl" as const)
} as const
const frameChoice: FrameChoice = {
  file: "-",
  watch: `@${watchFile}`,
  grace: 2_000,
  volumeMode: "trade",
  interval: "1m"
}
const detectChoice: DetectChoice = { ...pipeline, file: ["-"], symbol: Option.none() }

/** Trades of two stocks that wander in steps of a cent, some of them late within the grace. */
const frames = (() => {
  let seed = 7
  const random = (below: number): number => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((seed / 2 ** 32) * below)
  }
  const prices = { A: 1_000, B: 5_000 }
  return Array.from({ length: 20_000 }, (_, index) => {
    const ticker = random(3) === 0 ? "B" : "A"
    prices[ticker] += random(5) - 2
    const timestamp = 1_753_277_400_000 + index * 700 - random(2_000)
    return JSON.stringify({ ticker, timestamp, price: prices[ticker] / 100, volume: 1 + random(500) })
  })
})()

describe("replay of frames finds what detect finds in their candles", () => {
  for (const settings of [{}, { minConfidence: 0.65, cooldown: 300_000 }, { interval: "5m" as const }]) {
    it.effect(`byte for byte, the last candles included, with ${JSON.stringify(settings)}`, () =>
      Effect.gen(function* () {
        const replayed = captured(lines(...frames))
        yield* replayFrames({ ...frameChoice, ...pipeline, ...settings }).pipe(Effect.provide(replayed.layer))
        const candles = captured(lines(...frames))
        yield* printCandles({ ...frameChoice, ...settings }).pipe(Effect.provide(candles.layer))
        const detected = captured(candles.text())
        yield* detectFiles({ ...detectChoice, ...settings }).pipe(Effect.provide(detected.layer))
        assert.isAbove(replayed.text().split("\n").length, 10)
        for (const symbol of ["A", "B"]) assert.include(replayed.text(), `"symbol":"${symbol}"`)
        assert.strictEqual(replayed.text(), detected.text())
      })
    )
  }

  it.effect("prints what it finds before it comes to a fault", () => {
    const flatTop = ["10,10,9,10", "10,11,9,10", "10,11,9,10", "10,12,9,12"].map(
      (prices, at) => `${at * 60_000},${prices}`
    )
    const { layer, text } = captured(lines("time,open,high,low,close", ...flatTop, "oops,1,1,1,1", "300000,x,1,1,1"))
    return Effect.gen(function* () {
      const error = yield* Effect.flip(detectFiles(detectChoice))
      assert.match(error.message, /^standard input:6: time is "oops"/)
      assert.match(text(), /"pattern":"FLAT_TOP_BREAKOUT"/)
    }).pipe(Effect.provide(layer))
  })

  it.effect("says when --symbol picks nothing", () =>
    Effect.gen(function* () {
      yield* detectFiles({ ...detectChoice, symbol: Option.some(StockSymbol.make("C")) })
      const notes = yield* TestConsole.errorLines
      assert.include(notes, "mjolnir: --symbol C: the input holds no candle of it")
    }).pipe(Effect.provide(captured("symbol,time,open,high,low,close\nA,1,1,1,1,1\n").layer))
  )

  it.effect("does not know every plugin", () =>
    Effect.gen(function* () {
      const error = yield* Effect.flip(detectFiles({ ...detectChoice, plugin: ["classic", "magic"] }))
      assert.instanceOf(error, PluginNotFound)
      assert.match(error.message, /^plugin magic: it is not built in/)
    }).pipe(Effect.provide(captured().layer))
  )
})

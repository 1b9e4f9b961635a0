import { assert, describe, it } from "@effect/vitest"
import { Effect } from "effect"
import { TestConsole } from "effect/testing"

import type { FrameChoice } from "../../src/offline/FrameChoice.ts"
import { printCandles } from "../../src/offline/printCandles.ts"
import { BadWatchlist } from "../../src/offline/watchlistOf.ts"
import { captured, lines } from "./captured.ts"

const minute = 1_753_277_400_000
const choice: FrameChoice = {
  file: "-",
  watch: "A,B",
  grace: 2_000,
  volumeMode: "trade",
  interval: "1m"
}
const tick = (ticker: string, time: number, price: number, volume = 100): string =>
  JSON.stringify({ ticker, timestamp: minute + time, price, volume })

describe("mjolnir candles", () => {
  it.effect("prints completed candles as they complete and those still open last", () => {
    const { layer, text } = captured(
      lines(
        tick("B", 0, 20),
        tick("A", 30_000, 10),
        tick("A", 59_000, 12),
        tick("A", 61_500, 11),
        tick("A", 59_500, 9),
        tick("A", 180_000, 13)
      )
    )
    return Effect.gen(function* () {
      yield* printCandles(choice)
      const first = { symbol: "A", time: minute, open: 10, high: 12, low: 9, close: 9, volume: 300, ticks: 3 }
      const second = {
        symbol: "A",
        time: minute + 60_000,
        open: 11,
        high: 11,
        low: 11,
        close: 11,
        volume: 100,
        ticks: 1
      }
      const open = {
        symbol: "A",
        time: minute + 180_000,
        openPrice: 13,
        high: 13,
        low: 13,
        close: 13,
        volume: 100,
        ticks: 1
      }
      const quiet = { symbol: "B", time: minute, open: 20, high: 20, low: 20, close: 20, volume: 100, ticks: 1 }
      assert.strictEqual(
        text(),
        lines(
          JSON.stringify({ ...first, partial: false, gap: 0 }),
          JSON.stringify({ ...second, partial: false, gap: 0 }),
          JSON.stringify({ ...quiet, partial: false, gap: 0 }),
          JSON.stringify({ ...open, partial: false, gap: 1, open: true })
        )
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect("lets the ticks of one symbol complete the candles of another", () => {
    const { layer, text } = captured(lines(tick("B", 0, 20), tick("A", 61_999, 10), tick("A", 62_000, 10)))
    return Effect.gen(function* () {
      yield* printCandles(choice)
      assert.deepStrictEqual(
        text()
          .trim()
          .split("\n")
          .map((line) => [JSON.parse(line).symbol, JSON.parse(line).open]),
        [
          ["B", 20],
          ["A", true]
        ]
      )
    }).pipe(Effect.provide(layer))
  })

  it.effect("says what became of every frame, the counts adding up", () => {
    const frames = [
      tick("A", 0, 10),
      tick("C", 0, 10),
      "",
      "not JSON",
      '{"type":"info","message":"hello"}\r',
      '{"ticker":"A","timestamp":1,"price":1}',
      tick("A", 120_000, 10),
      tick("A", 0, 10)
    ]
    return Effect.gen(function* () {
      yield* printCandles(choice)
      assert.deepStrictEqual(yield* TestConsole.errorLines, [
        [
          "frames by outcome",
          "  accepted     2  a tick that went into a candle",
          "  late         1  a tick whose candle had closed",
          "  unwatched    1  a tick of a symbol that is not watched",
          "  info         1  the broker's greeting or another note of it",
          "  not_json     2  not JSON",
          "  absurd_time  1  a tick dated before 2000 or after 2099",
          "  total        8"
        ].join("\n")
      ])
    }).pipe(Effect.provide(captured(frames.join("\n")).layer))
  })

  it.effect("reads the day's volume when told to", () => {
    const { layer, text } = captured(lines(tick("A", 0, 1, 500), tick("A", 1, 1, 700), tick("A", 2, 1, 1_000)))
    return Effect.gen(function* () {
      yield* printCandles({ ...choice, volumeMode: "cumulative" })
      assert.strictEqual(JSON.parse(text()).volume, 500)
    }).pipe(Effect.provide(layer))
  })

  it.effect("refuses what cannot be meant", () =>
    Effect.gen(function* () {
      const message = (given: Partial<FrameChoice>) =>
        Effect.map(Effect.flip(printCandles({ ...choice, ...given })), (error) => error.message)
      assert.strictEqual(yield* message({ grace: 60_001 }), "--grace is 60001 ms; expected at most the interval, 1m")
      const expected = "expected symbols such as AAPL,MSFT or @FILE with one symbol per line"
      assert.strictEqual(yield* message({ watch: " ," }), `--watch: " ," names no symbol; ${expected}`)
      assert.strictEqual(yield* message({ watch: "A,B C" }), `--watch: "B C" is no stock symbol; ${expected}`)
      assert.instanceOf(yield* Effect.flip(printCandles({ ...choice, watch: "" })), BadWatchlist)
      assert.strictEqual(yield* message({ watch: "@no/file" }), `--watch: there is no file no/file; ${expected}`)
    }).pipe(Effect.provide(captured().layer))
  )
})

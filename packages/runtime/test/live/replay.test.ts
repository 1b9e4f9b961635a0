import { readFileSync } from "node:fs"

import { assert, describe, it } from "@effect/vitest"
import { type Detector, isStockSymbol, type StockSymbol } from "@mjolnir/core"
import { defaultCandleSettings } from "@mjolnir/core/candles"
import { FrameIngest } from "@mjolnir/core/ingest"
import { makePipelinePlan, SymbolPipeline } from "@mjolnir/core/pipeline"
import { documentedDetection, relayedDetection } from "@mjolnir/core/wire"
import classicPlugin from "@mjolnir/plugins/classic"
import { Clock, Effect, Random, Result } from "effect"
import { TestClock } from "effect/testing"

import { everyCandle } from "../support/detectors.ts"
import { live, type LiveService, pass, start } from "../support/service.ts"

interface Frame {
  readonly arrivesAt: number
  readonly text: string
}

const settings = { minimumConfidence: 0.65, cooldownMillis: 300_000 }

/** The messages of all detections that the frames amount to offline, by symbol. */
const offline = (symbols: ReadonlyArray<string>, frames: ReadonlyArray<Frame>, detectors: ReadonlyArray<Detector>) => {
  const plan = Result.getOrThrow(makePipelinePlan(detectors, settings))
  const pipelines = new Map<StockSymbol, SymbolPipeline>()
  const messages = new Map<string, Array<unknown>>(symbols.map((symbol) => [symbol, []]))
  const ingest = new FrameIngest(defaultCandleSettings, (symbol, candle) => {
    for (const decision of pipelines.get(symbol)?.onCandle(candle).decisions ?? []) {
      if (decision._tag === "Suppress") continue
      const { candle, detection } = decision
      messages.get(symbol)?.push(documentedDetection(detection, candle), relayedDetection(detection))
    }
  })
  for (const symbol of symbols.filter(isStockSymbol)) {
    pipelines.set(symbol, new SymbolPipeline(symbol, plan))
    ingest.watch(symbol)
  }
  const encoder = new TextEncoder()
  for (const { text } of frames) ingest.onFrame(encoder.encode(text))
  ingest.closeUpTo(Number.POSITIVE_INFINITY)
  return Object.fromEntries(messages)
}

/** The messages that the running service published when the frames came, each at its time, by symbol. */
const published = Effect.fnUntraced(function* (
  { broker }: LiveService,
  symbols: ReadonlyArray<string>,
  frames: ReadonlyArray<Frame>
) {
  for (const { arrivesAt, text } of frames) {
    if (arrivesAt > (yield* Clock.currentTimeMillis)) yield* TestClock.setTime(arrivesAt)
    broker.push(text)
  }
  yield* pass("5 minutes")
  const symbolOf = (frame: unknown) => /"(?:symbol|ticker)":"([^"]*)"/.exec(JSON.stringify(frame))?.[1]
  return Object.fromEntries(
    symbols.map((symbol) => [symbol, broker.received.filter((frame) => symbolOf(frame) === symbol)])
  )
})

/** Two hours of prices that wander by cents, each tick up to a second late. */
const wandering = (symbols: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    const frames: Array<Frame> = []
    for (const symbol of symbols) {
      let price = 10
      for (let second = 0; second < 7_200; second += 5 + Math.floor((yield* Random.next) * 25)) {
        price = Math.round((price + ((yield* Random.next) - 0.5) * 0.1) * 100) / 100
        const timestamp = start + second * 1_000 + Math.floor((yield* Random.next) * 1_000)
        const arrivesAt = timestamp + Math.floor((yield* Random.next) * 1_000)
        frames.push({ arrivesAt, text: JSON.stringify({ ticker: symbol, timestamp, price }) })
      }
    }
    return frames.sort((a, b) => a.arrivesAt - b.arrivesAt)
  }).pipe(Random.withSeed("wandering"))

/** Frames captured from a real broker, each arriving when its tick is dated. */
const captured = (): ReadonlyArray<Frame> => {
  let arrivesAt = start
  const file = new URL("../../../core/test/fixtures/t1-flat-ms.frames.jsonl", import.meta.url)
  return readFileSync(file, "utf8")
    .trimEnd()
    .split("\n")
    .map((text) => {
      arrivesAt = Math.max(arrivesAt, Number(/"timestamp": (\d+)/.exec(text)?.[1] ?? 0))
      return { arrivesAt, text }
    })
}

const environment = { PUBLISH_FORMAT: "both", SILENCE_TIMEOUT: "1h" }

describe("live and replayed detections of the same frames are equal", () => {
  const symbols = ["AAPL", "MSFT", "TSLA"]
  const classic = classicPlugin.detectors

  it.effect("of the classic detectors, over two hours of late ticks", () =>
    live({ symbols, environment, detectors: classic, settings }, function* (service) {
      const frames = yield* wandering(symbols)
      const expected = offline(symbols, frames, classic)
      for (const symbol of symbols) assert.isAbove(expected[symbol]?.length ?? 0, 10)
      assert.deepStrictEqual(yield* published(service, symbols, frames), expected)
    })
  )

  it.effect("of a detector that tells all it sees, over captured frames", () => {
    const watched = ["LOOP", "AGH", "PHIO", "SMX", "SNAP", "JEM"]
    return live({ symbols: watched, environment, detectors: [everyCandle], settings }, function* (service) {
      const expected = offline(watched, captured(), [everyCandle])
      assert.isAbove(Object.values(expected).flat().length, 10)
      assert.deepStrictEqual(yield* published(service, watched, captured()), expected)
    })
  })
})

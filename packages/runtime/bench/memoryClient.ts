import { setTimeout as sleep } from "node:timers/promises"

import { MarketSocket, Metrics, Watchlist, type WatchlistState } from "@mjolnir/core/services"
import { Effect, Layer, SubscriptionRef } from "effect"

import { asSymbols } from "./asSymbols.ts"
import { layerBenchPlatform, runBenchService } from "./benchService.ts"
import { frameHeaderBytes, MarketFrames } from "./MarketFrames.ts"

/**
 * A process that prints how much its resident memory grows per symbol, from the idle service to one that watches 10,000
 * symbols whose windows are full. To be run with `--expose-gc`, and with `--memory-pool-timeout=1` lest V8 keep freed pages
 * for eight seconds more.
 */
const symbolCount = 10_000
const minutes = 55

let push: (bytes: Uint8Array) => void = () => {}

/** Hands frames over within the process, so that no socket buffer is counted. */
const layerSocket = Layer.succeed(
  MarketSocket,
  MarketSocket.of({
    connect: (_url, onFrame) =>
      Effect.sync(() => {
        push = onFrame
        return { send: () => Effect.void, ping: Effect.void, closed: Effect.never }
      })
  })
)

interface Memory {
  readonly resident: number
  /** What the collector could not free: objects and the buffers outside the heap. */
  readonly live: number
}

/** Memory once the collector has had its way: when four looks in a row find it no smaller. */
const settledMemory = async (): Promise<Memory> => {
  let resident = Number.POSITIVE_INFINITY
  for (let looksInVain = 0; looksInVain < 4;) {
    globalThis.gc?.()
    await sleep(1_000)
    const now = process.memoryUsage.rss()
    looksInVain = now < resident - 2 ** 20 ? 0 : looksInVain + 1
    resident = Math.min(resident, now)
  }
  const { arrayBuffers, heapUsed } = process.memoryUsage()
  return { resident, live: heapUsed + arrayBuffers }
}

/** Hands over two ticks of each symbol a minute, without making garbage that would count as the service's memory. */
const fillWindows = async (frames: MarketFrames) => {
  for (let round = 0; round < minutes * 2; round++) {
    for (let index = 0; index < symbolCount; index++) push(frames.take(1).subarray(frameHeaderBytes))
    await sleep(1)
  }
}

const measure = (watchlist: SubscriptionRef.SubscriptionRef<WatchlistState>) =>
  Effect.gen(function* () {
    const { total } = yield* Metrics
    const frames = new MarketFrames(symbolCount, 6, 30_000)
    yield* Effect.sleep("1 second")
    const idle = yield* Effect.promise(settledMemory)
    yield* SubscriptionRef.set(watchlist, { _tag: "Loaded", symbols: new Set(asSymbols(frames.symbols)) })
    yield* Effect.sleep("1 second")
    yield* Effect.promise(() => fillWindows(frames))
    yield* Effect.sleep("1 second")
    const full = yield* Effect.promise(settledMemory)
    if (total("candles_closed_total") < symbolCount * (minutes - 1) || total("candles_dropped_total") > 0) {
      return yield* Effect.die(new Error("the windows are not full"))
    }
    const result = JSON.stringify({
      idleBytes: idle.resident,
      bytesPerSymbol: (full.resident - idle.resident) / symbolCount,
      liveBytesPerSymbol: (full.live - idle.live) / symbolCount
    })
    return yield* Effect.callback<never>(() => {
      process.stdout.write(`${result}\n`, () => process.exit(0))
    })
  })

const program = Effect.gen(function* () {
  const watchlist = yield* SubscriptionRef.make<WatchlistState>({ _tag: "Loaded", symbols: new Set() })
  const platform = Layer.mergeAll(
    layerBenchPlatform("ws://memory"),
    layerSocket,
    Layer.succeed(Watchlist, Watchlist.fromRef(watchlist))
  )
  return yield* runBenchService(measure(watchlist)).pipe(Effect.provide(platform))
})

Effect.runFork(program)

import type { StockSymbol } from "@mjolnir/core"
import { FrameIngest, MarketTime } from "@mjolnir/core/ingest"
import type { PipelinePlan } from "@mjolnir/core/pipeline"
import { AppConfig, MarketClock, Metrics, Outbox, Watchlist } from "@mjolnir/core/services"
import { allFrameOutcomes, type FrameOutcome } from "@mjolnir/core/wire"
import { Context, Duration, Effect, FiberMap, Layer, Schedule, Stream } from "effect"

import { SymbolWorker } from "./SymbolWorker.ts"

/**
 * Keeps one fibre per watched symbol, feeds them the candles that the frames amount to, and closes candles by the
 * market clock so that quiet symbols are not held back.
 */
export class Supervisor extends Context.Service<
  Supervisor,
  {
    /** Follows watchlist and clock for ever. */
    readonly run: Effect.Effect<never>
    /** Takes one frame, inside the socket's callback. */
    readonly onFrame: (bytes: Uint8Array) => FrameOutcome
    /** Counts a frame that is not looked at because the service is stopping. */
    readonly refuseFrame: () => void
    /** Says that frames may have been missed. */
    readonly connectionLost: () => void
    readonly watchedSymbols: () => number
    /** Milliseconds since a tick was accepted, to a quarter of a second; undefined before the first. */
    readonly tickAge: () => number | undefined
    /** Closed candles that have not been through their pipeline. */
    readonly backlog: () => number
  }
>()("@mjolnir/runtime/supervisor/Supervisor") {
  static readonly layer = (
    plan: PipelinePlan
  ): Layer.Layer<Supervisor, never, AppConfig | MarketClock | Metrics | Outbox | Watchlist> =>
    Layer.effect(Supervisor, make(plan))
}

/** How often candles are closed by the clock. */
const clockPeriod = Duration.millis(250)
/** A pause of this long between two looks at the clock means that the process was held up. */
const stallAfter = 2_000
/** Ticks dated further ahead of the clock, in our time, are refused: one of them would make all that follow late. */
const furthestAhead = 60_000

const make = Effect.fnUntraced(function* (plan: PipelinePlan) {
  const { detection } = yield* AppConfig
  const watchlist = yield* Watchlist
  const clock = yield* MarketClock
  const metrics = yield* Metrics
  const outbox = yield* Outbox
  const workers = new Map<StockSymbol, SymbolWorker>()
  const fibres = yield* FiberMap.make<StockSymbol, never>()
  const marketTime = new MarketTime(stallAfter * clock.speed)
  let candlesClosed = 0
  let tickCountBefore = 0
  let lastTickAt: number | undefined

  const ingest = new FrameIngest(detection.candles, (symbol, candle) => {
    candlesClosed++
    workers.get(symbol)?.offer(candle)
  })
  ingest.refuseAfter = clock.now() + furthestAhead * clock.speed

  const watch = Effect.fnUntraced(function* (symbol: StockSymbol) {
    const worker = new SymbolWorker(symbol, plan, metrics, outbox)
    workers.set(symbol, worker)
    yield* FiberMap.run(fibres, symbol, worker.run)
    ingest.watch(symbol, marketTime.at(clock.now()))
  })

  const unwatch = Effect.fnUntraced(function* (symbol: StockSymbol) {
    const lost = ingest.unwatch(symbol) + (workers.get(symbol)?.backlog ?? 0)
    if (lost > 0) metrics.count("candles_dropped_total", { reason: "unwatched" }, lost)
    workers.delete(symbol)
    yield* FiberMap.remove(fibres, symbol)
  })

  const followWatchlist = Stream.runForEach(
    watchlist.changes,
    Effect.fnUntraced(function* (state) {
      if (state._tag === "NotLoaded") return
      const gone = [...workers.keys()].filter((symbol) => !state.symbols.has(symbol))
      yield* Effect.forEach(gone, unwatch, { discard: true })
      for (const symbol of state.symbols) if (!workers.has(symbol)) yield* watch(symbol)
    })
  )

  const tickClock = Effect.sync(() => {
    const now = clock.now()
    ingest.refuseAfter = now + furthestAhead * clock.speed
    marketTime.observe(ingest.newestTickTime, ingest.counts.accepted + ingest.counts.late, now)
    const time = marketTime.at(now)
    if (time !== undefined) ingest.closeUpTo(time)
    if (ingest.counts.accepted !== tickCountBefore) {
      tickCountBefore = ingest.counts.accepted
      lastTickAt = now
    }
  })

  const tickAge = () => (lastTickAt === undefined ? undefined : (clock.now() - lastTickAt) / clock.speed)

  metrics.read("stocks_monitored", () => workers.size)
  metrics.read("candles_closed_total", () => candlesClosed)
  metrics.read("messages_processed_total", () => ingest.counts.accepted)
  metrics.read("tick_age_seconds", () => (tickAge() ?? -1_000) / 1_000)
  for (const { emits, id } of plan.detectors) {
    for (const pattern of emits) metrics.count("patterns_detected_total", { pattern }, 0)
    metrics.count("detector_faults_total", { detector: id }, 0)
    const quarantined = () => workers.values().reduce((sum, worker) => sum + (worker.quarantined.has(id) ? 1 : 0), 0)
    metrics.read("detectors_quarantined", quarantined, { detector: id })
  }
  for (const outcome of allFrameOutcomes) metrics.read("frames_total", () => ingest.counts[outcome], { outcome })

  return Supervisor.of({
    run: Effect.all([followWatchlist, Effect.repeat(tickClock, Schedule.spaced(clockPeriod))], {
      concurrency: "unbounded",
      discard: true
    }).pipe(Effect.andThen(Effect.never)),
    onFrame: (bytes) => ingest.onFrame(bytes),
    refuseFrame: () => ingest.refuse(),
    connectionLost: () => ingest.loseCoverage(),
    watchedSymbols: () => workers.size,
    tickAge,
    backlog: () => workers.values().reduce((sum, worker) => sum + worker.backlog, 0)
  })
})

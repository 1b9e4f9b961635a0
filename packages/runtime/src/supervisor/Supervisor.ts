import { type Candle, intervalMillis, type StockSymbol } from "@mjolnir/core"
import { FrameIngest, MarketTime } from "@mjolnir/core/ingest"
import type { PipelinePlan } from "@mjolnir/core/pipeline"
import { AppConfig, MarketClock, Metrics, type PluginRegistry, Watchlist } from "@mjolnir/core/services"
import { allFrameOutcomes, type FrameOutcome } from "@mjolnir/core/wire"
import { Context, Duration, Effect, FiberMap, Layer, Schedule, Stream } from "effect"

import { DetectionDelivery } from "../delivery/DetectionDelivery.ts"
import { ChosenFeed } from "../feed/ChosenFeed.ts"
import { IsolatedPlugins } from "../isolation/IsolatedPlugins.ts"
import { followDetectors } from "./followDetectors.ts"
import { makeStepDelivery } from "./StepDelivery.ts"
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
  ): Layer.Layer<
    Supervisor,
    never,
    AppConfig | DetectionDelivery | MarketClock | Metrics | PluginRegistry | Watchlist
  > => Layer.effect(Supervisor, make(plan))
}

/** How often candles are closed by the clock. */
const clockPeriod = Duration.millis(250)
/** How often forming candles are handed to who looks at them; ticks that come faster are seen together. */
const formingPeriod = Duration.millis(50)
/** A pause of this long between two looks at the clock means that the process was held up. */
const stallAfter = 2_000
/** Ticks dated further ahead of the clock, in our time, are refused: one of them would make all that follow late. */
const furthestAhead = 60_000

const make = Effect.fnUntraced(function* (plan: PipelinePlan) {
  const { detection } = yield* AppConfig
  const watchlist = yield* Watchlist
  const clock = yield* MarketClock
  const metrics = yield* Metrics
  const { offer } = yield* DetectionDelivery
  const delivery = yield* makeStepDelivery(metrics, offer)
  const feed = yield* ChosenFeed
  const isolated = yield* IsolatedPlugins
  const workers = new Map<StockSymbol, SymbolWorker>()
  const fibres = yield* FiberMap.make<StockSymbol, never>()
  const marketTime = new MarketTime(stallAfter * clock.speed)
  let candlesClosed = 0
  let higherClosedUpTo = Number.NEGATIVE_INFINITY
  let tickCountBefore = 0
  let lastTickAt: number | undefined

  const onCandle = (symbol: StockSymbol, candle: Candle) => {
    candlesClosed++
    workers.get(symbol)?.offer(candle)
    for (const plugin of isolated) plugin.offer(symbol, candle)
  }
  const ingest = new FrameIngest(detection.candles, onCandle, feed)
  const ticks = feed === undefined ? ingest.counts : ingest.feedTicks
  ingest.refuseAfter = clock.now() + furthestAhead * clock.speed

  const watch = Effect.fnUntraced(function* (symbol: StockSymbol) {
    const worker = new SymbolWorker(symbol, plan, metrics, delivery)
    workers.set(symbol, worker)
    yield* FiberMap.run(fibres, symbol, worker.run)
    const isFollowed = worker.wantsForming || isolated.some(({ followsTicks }) => followsTicks)
    ingest.watch(symbol, marketTime.at(clock.now()), isFollowed)
  })

  const unwatch = Effect.fnUntraced(function* (symbol: StockSymbol) {
    const lost =
      ingest.unwatch(symbol) +
      (workers.get(symbol)?.backlog ?? 0) +
      isolated.reduce((sum, plugin) => sum + plugin.forget(symbol), 0)
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

  /**
   * Closes higher candles of quiet symbols. A tick that is no later than the grace allows opens no candle that ended
   * before, and those that were open have just closed, so that none comes that began before this time.
   */
  const closeHigherUpTo = (marketTime: number): void => {
    const { graceMillis, interval } = detection.candles
    const length = intervalMillis[interval]
    const time = Math.floor((marketTime - graceMillis) / length) * length
    if (time <= higherClosedUpTo) return
    higherClosedUpTo = time
    if (plan.lanes.length > 1) for (const worker of workers.values()) worker.closeUpTo(time)
    for (const plugin of isolated) plugin.closeUpTo(time)
  }

  const records = new Map(plan.records.map((record) => [record.id, record]))
  const isWell = (part: string): boolean => {
    const record = records.get(part)
    return record === undefined || (record.suspended.size === 0 && record.breaker.state === "closed")
  }

  const handOutForming = Effect.sync(() =>
    ingest.takeForming((symbol, forming) => {
      const worker = workers.get(symbol)
      if (worker?.wantsForming === true) worker.offerForming(forming)
      for (const plugin of isolated) plugin.offerForming(symbol, forming)
    })
  )
  const someoneFollows = plan.lanes[0].tickDetectors.length > 0 || isolated.some(({ followsTicks }) => followsTicks)

  const tickClock = Effect.sync(() => {
    const now = clock.now()
    ingest.refuseAfter = now + furthestAhead * clock.speed
    marketTime.observe(ingest.newestTickTime, ticks.accepted + ticks.late, now)
    const time = marketTime.at(now)
    if (time !== undefined) {
      ingest.closeUpTo(time)
      closeHigherUpTo(time)
    }
    delivery.lookForRecovered(isWell)
    if (ticks.accepted !== tickCountBefore) {
      tickCountBefore = ticks.accepted
      lastTickAt = now
    }
  })

  const tickAge = () => (lastTickAt === undefined ? undefined : (clock.now() - lastTickAt) / clock.speed)

  metrics.read("stocks_monitored", () => workers.size)
  metrics.read("candles_closed_total", () => candlesClosed)
  metrics.read("messages_processed_total", () => ticks.accepted)
  metrics.read("tick_age_seconds", () => (tickAge() ?? -1_000) / 1_000)
  for (const { emits } of plan.detectors) {
    for (const pattern of emits) metrics.count("patterns_detected_total", { pattern }, 0)
  }
  for (const record of plan.records) {
    metrics.count("part_faults_total", { kind: "detector", part: record.id }, 0)
    metrics.read("detectors_suspended", () => record.suspended.size, { detector: record.id })
  }
  for (const outcome of allFrameOutcomes) {
    metrics.read("frames_total", () => ingest.counts[outcome], { outcome })
    if (feed !== undefined) metrics.read("feed_ticks_total", () => ingest.feedTicks[outcome], { outcome })
  }

  yield* followDetectors(plan)

  return Supervisor.of({
    run: Effect.all(
      [
        followWatchlist,
        Effect.repeat(tickClock, Schedule.spaced(clockPeriod)),
        someoneFollows ? Effect.repeat(handOutForming, Schedule.spaced(formingPeriod)) : Effect.void
      ],
      { concurrency: "unbounded", discard: true }
    ).pipe(Effect.andThen(Effect.never)),
    onFrame: (bytes) => ingest.onFrame(bytes),
    refuseFrame: () => ingest.refuse(),
    connectionLost: () => ingest.loseCoverage(),
    watchedSymbols: () => workers.size,
    tickAge,
    backlog: () =>
      workers.values().reduce((sum, worker) => sum + worker.backlog, 0) +
      isolated.reduce((sum, plugin) => sum + plugin.backlog, 0)
  })
})

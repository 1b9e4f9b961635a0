import { layer as nodeFiles } from "@effect/platform-node/NodeFileSystem"
import { MarketClock, Metrics } from "@mjolnir/core/services"
import { FakeMarketSocket, FakeOutbox, FakeRedis } from "@mjolnir/core/testing"
import classicPlugin from "@mjolnir/plugins/classic"
import { Effect, Layer } from "effect"
import { TestClock } from "effect/testing"

import { pluginsReport } from "../../src/http/pluginsReport.ts"
import { ready } from "../../src/http/probes.ts"
import type { IsolationLimits } from "../../src/isolation/isolationLimits.ts"
import { layerService } from "../../src/live/layerService.ts"
import { runService } from "../../src/live/runService.ts"
import { serviceFromConfig } from "../../src/live/serviceFromConfig.ts"
import { Supervisor } from "../../src/supervisor/Supervisor.ts"
import { layerWatchlistFromRedis } from "../../src/watchlist/layerWatchlistFromRedis.ts"
import { layerConfigOf } from "../support/config.ts"
import { recordedLog } from "../support/logs.ts"
import { byLabel } from "../support/metrics.ts"
import { keyOf, pass, settled, stopped } from "../support/service.ts"
import { classicMarket, classicSymbols } from "./classicMarket.ts"
import { doneInTime, untilInTime } from "./realTime.ts"

/** What a service is run with beside the classic plugin. */
export interface BesideClassic {
  /** Folders of packages. */
  readonly plugins?: ReadonlyArray<string>
  /** How much faster than real time the clock goes while plugins are loaded. */
  readonly loadingSpeed?: number | undefined
  /** What replaces the documented limits of workers. */
  readonly limits?: Partial<IsolationLimits> | undefined
}

/**
 * Runs the whole service with the classic plugin and others, as an operator would name them, on fakes of Redis and the
 * broker and with real threads, and `scenario` beside it. The clock of the test stands still unless somebody waits.
 */
export const besideClassic = <Step extends Effect.Effect<unknown, unknown>>(
  { limits, loadingSpeed = 1, plugins = [] }: BesideClassic,
  scenario: (service: WatchedService) => Generator<Step, void, never>
) => {
  const environment = {
    PLUGINS: ["classic", ...plugins].join(","),
    PATTERN_MIN_CONFIDENCE: "0",
    PATTERN_COOLDOWN: "0",
    SILENCE_TIMEOUT: "1d"
  }
  const layerFakes = Layer.mergeAll(FakeOutbox.layer, FakeRedis.layer, FakeMarketSocket.layer, MarketClock.layer).pipe(
    Layer.provideMerge(Layer.mergeAll(Metrics.layer, layerConfigOf(environment), nodeFiles, recordedLog().layer))
  )
  return Effect.gen(function* () {
    yield* TestClock.setTime(closingTime)
    const redis = yield* FakeRedis
    redis.add(...classicSymbols.map(keyOf))
    const service = yield* doneInTime("the plugins are loaded", serviceFromConfig, loadingSpeed)
    const isolated = service.isolated.map((plan) => ({ ...plan, limits: { ...plan.limits, ...limits } }))
    const run = Effect.gen(function* () {
      const watched = yield* started
      yield* Effect.gen(() => scenario(watched)).pipe(Effect.ensuring(watched.stop))
    })
    const layer = layerService({ ...service, isolated }).pipe(Layer.provideMerge(layerWatchlistFromRedis))
    yield* Effect.provide(run, layer)
  }).pipe(Effect.provide(layerFakes))
}

/** A running service and what is to be seen of it. */
export type WatchedService = Effect.Success<typeof started>

const started = Effect.gen(function* () {
  const broker = yield* FakeMarketSocket
  const outbox = yield* FakeOutbox
  const metrics = yield* Metrics
  const services = yield* Effect.context<Effect.Services<typeof ready>>()
  const { backlog } = yield* Supervisor
  const running = yield* Effect.forkChild(runService)
  yield* settled
  /** Sends trades, and lets the candles close that are over. */
  const trade = (trades: typeof classicMarket) => {
    for (const trade of trades) broker.push(trade)
    return pass("300 millis")
  }
  return {
    /** The first half of the market is traded. */
    tradeHalf: Effect.suspend(() => trade(classicMarket.slice(0, halfTime))),
    /** The other half is. */
    tradeRest: Effect.suspend(() => trade(classicMarket.slice(halfTime))),
    /** The detections of the classic detectors so far, as JSON. */
    classic: (): ReadonlyArray<string> =>
      outbox.offered.flatMap(({ detection }) =>
        classicIds.has(detection.detector) ? [JSON.stringify(detection)] : []
      ),
    /** The patterns of the detections so far, each once. */
    patterns: () => [...new Set(outbox.offered.map(({ detection }) => detection.pattern))].sort(),
    /** What `/ready` says of the service, and of its plugins. */
    readiness: Effect.map(Effect.provideContext(ready, services), ({ checks, status }) => ({
      status,
      plugins: checks.find(({ name }) => name === "plugins")?.detail
    })),
    /** What `/api/v1/plugins` says. */
    plugins: Effect.map(Effect.provideContext(pluginsReport, services), ({ plugins }) => plugins),
    byLabel: (name: Parameters<typeof byLabel>[1], label: string) => byLabel(metrics, name, label),
    total: metrics.total,
    /** Closed candles that some plugin has not looked at. */
    backlog,
    /** Waits, while the clock goes on as fast as real time. */
    until: (what: string, isSo: () => boolean) => untilInTime(what, isSo, 1),
    stop: stopped(running)
  }
})

const classicIds: ReadonlySet<string> = new Set(
  classicPlugin.detectors.map(({ name, version }) => `${name}@${version}`)
)

const halfTime = classicMarket.length / 2

/** When all has been traded. */
const closingTime = Math.max(...classicMarket.map(({ timestamp }) => timestamp)) + 60_000

import type { Detector } from "@mjolnir/core"
import { makePipelinePlan, type PipelinePlan, type PipelineSettings } from "@mjolnir/core/pipeline"
import { MarketSocket, Metrics } from "@mjolnir/core/services"
import { FakeMarketSocket, FakeRedis } from "@mjolnir/core/testing"
import { Clock, type Duration, Effect, Fiber, Layer, Predicate, Result } from "effect"
import { TestClock } from "effect/testing"

import { type HostedParts, noHostedParts } from "../../src/delivery/HostedParts.ts"
import { ready } from "../../src/http/probes.ts"
import { layerService } from "../../src/live/layerService.ts"
import { runService } from "../../src/live/runService.ts"
import { layerWatchlistFromRedis } from "../../src/watchlist/layerWatchlistFromRedis.ts"
import type { Environment } from "./config.ts"
import { everyCandle } from "./detectors.ts"
import { layerFakes } from "./layerFakes.ts"
import { type LogLine, recordedLog } from "./logs.ts"
import { byLabel } from "./metrics.ts"
import { pluginReport } from "./plugins.ts"

/** 2025-07-23 13:30 UTC, the start of a minute: when every service of a test starts. */
export const start = Date.parse("2025-07-23T13:30:00Z")

/** What the broker says to a new connection. */
export const greeting = { type: "info", message: "Connected to the broker" }

/** The service of a test and what is around it. */
export interface ServiceOptions {
  /** Symbols in Redis from the beginning. */
  readonly symbols?: ReadonlyArray<string>
  readonly environment?: Environment
  /** The broker says nothing to a new connection. */
  readonly isSilent?: boolean
  readonly detectors?: ReadonlyArray<Detector>
  readonly settings?: PipelineSettings
  /** Sinks, scorers to ask and the feed. */
  readonly parts?: Partial<HostedParts>
  /** Changes the plan that detectors and settings amount to. */
  readonly replan?: (plan: PipelinePlan) => PipelinePlan
  /** Changes the fake socket. */
  readonly socket?: (fake: MarketSocket["Service"]) => MarketSocket["Service"]
  /** What happens before the service starts. */
  readonly before?: (redis: FakeRedis["Service"], broker: FakeMarketSocket["Service"]) => void
}

/**
 * Runs the whole service on fakes under the test's clock, and `scenario` beside it. Every closed candle is detected
 * and passes all gates unless the options say otherwise.
 */
export const live = <Step extends Effect.Effect<unknown, unknown>>(
  options: ServiceOptions,
  scenario: (service: LiveService) => Generator<Step, void, never>
) => {
  const log = recordedLog()
  const settings = { minimumConfidence: 0, cooldownMillis: 0, ...options.settings }
  const plan = Result.getOrThrow(makePipelinePlan(options.detectors ?? [everyCandle], settings))
  const layerPlatform = Layer.merge(layerFakes(options.environment ?? {}), log.layer)
  return Effect.gen(function* () {
    yield* TestClock.setTime(start)
    const redis = yield* FakeRedis
    const broker = yield* FakeMarketSocket
    redis.add(...(options.symbols ?? []).map(keyOf))
    if (options.isSilent !== true) broker.greetWith(greeting)
    options.before?.(redis, broker)
    const run = Effect.gen(function* () {
      const service = yield* started(log.lines)
      yield* Effect.gen(() => scenario(service)).pipe(Effect.ensuring(service.stop))
    })
    const socket = yield* MarketSocket
    const layer = layerService({
      plan: options.replan?.(plan) ?? plan,
      hosted: { ...noHostedParts, ...options.parts },
      reports: [pluginReport]
    }).pipe(
      Layer.provideMerge(layerWatchlistFromRedis),
      Layer.provide(Layer.succeed(MarketSocket, options.socket?.(socket) ?? socket))
    )
    yield* Effect.provide(run, layer)
  }).pipe(Effect.provide(layerPlatform))
}

/** A running service, the fakes it runs on and what they saw. */
export type LiveService = Effect.Success<ReturnType<typeof started>>

/** Lets every fibre run that can. */
export const settled = Effect.forEach(Array.from({ length: 20 }), () => Effect.yieldNow, { discard: true })

/** Lets time pass, and does all that it wakes. */
export const pass = (duration: Duration.Input) => Effect.andThen(TestClock.adjust(duration), settled)

/** Stops a running service, however long that takes. */
export const stopped = <A, E>(running: Fiber.Fiber<A, E>) =>
  Effect.gen(function* () {
    const ended = yield* Effect.forkChild(Fiber.interrupt(running))
    yield* settled
    yield* pass("4 seconds")
    yield* Fiber.join(ended)
  })

/** The Redis key that puts a symbol on the watchlist. */
export const keyOf = (symbol: string): string => `scanner:latest:${symbol}`

const started = Effect.fnUntraced(function* (log: ReadonlyArray<LogLine>) {
  const redis = yield* FakeRedis
  const broker = yield* FakeMarketSocket
  const metrics = yield* Metrics
  const services = yield* Effect.context<Effect.Services<typeof ready>>()
  const running = yield* Effect.forkChild(runService)
  yield* settled
  return {
    redis,
    broker,
    metrics,
    /** What was logged so far, a line each. */
    log,
    /** The broker sends a tick of now. */
    trade: (symbol: string, price: number, fields: object = {}) =>
      Effect.map(Clock.currentTimeMillis, (timestamp) => broker.push({ ticker: symbol, timestamp, price, ...fields })),
    /** What `/ready` says, by check. */
    readiness: Effect.map(
      Effect.provideContext(ready, services),
      ({ checks, status }): Readonly<Record<string, string>> => ({
        status,
        ...Object.fromEntries(checks.map(({ detail, name, ok }) => [name, `${ok ? "ok" : "failing"}: ${detail}`]))
      })
    ),
    /** Topics subscribed in their order, with `-` before those unsubscribed. */
    subscriptions: () => broker.received.flatMap(subscriptionOf),
    /** The data of the published messages of the relayed form. */
    relayed: () => broker.received.flatMap((frame) => (field(frame, "topic") === patternTopic ? [data(frame)] : [])),
    /** The data of the published messages of the documented form. */
    documented: () => broker.received.flatMap((frame) => (field(frame, "type") === documented ? [data(frame)] : [])),
    byLabel: (name: Parameters<typeof byLabel>[1], label: string) => byLabel(metrics, name, label),
    /** Tells the service to stop; the fibre ends when it has. */
    stopping: Effect.forkChild(Fiber.interrupt(running)),
    /** Stops the service, however long that takes. */
    stop: stopped(running)
  }
})

const patternTopic = "pattern_detection"
const documented = "pattern_detected"

const field = (frame: unknown, name: string): unknown => (Predicate.hasProperty(frame, name) ? frame[name] : undefined)

const data = (frame: unknown) => field(frame, "data") as Readonly<Record<string, unknown>>

const subscriptionOf = (frame: unknown): ReadonlyArray<string> => {
  const topic = String(field(frame, "topic"))
  const type = field(frame, "type")
  if (type === "subscribe") return [topic]
  return type === "unsubscribe" ? [`-${topic}`] : []
}

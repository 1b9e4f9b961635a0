import { spawnSync } from "node:child_process"
import { createServer } from "node:net"

import { assert, describe, it } from "@effect/vitest"
import { makePipelinePlan } from "@mjolnir/core/pipeline"
import { exportedName, metricDefinitions, Metrics, type PluginReport } from "@mjolnir/core/services"
import { FakeMarketSocket, FakeRedis } from "@mjolnir/core/testing"
import { Effect, Fiber, Layer, Result, Schema, type Scope } from "effect"
import { HttpServer } from "effect/http"
import { TestClock } from "effect/testing"

import { PortUnavailable } from "../../src/http/layerHttp.ts"
import { PluginsAnswer } from "../../src/http/PluginsAnswer.ts"
import { layerOperations } from "../../src/live/layerOperations.ts"
import { layerService } from "../../src/live/layerService.ts"
import { runService } from "../../src/live/runService.ts"
import { layerWatchlistFromRedis } from "../../src/watchlist/layerWatchlistFromRedis.ts"
import { everyCandle } from "../support/detectors.ts"
import { parseExposition } from "../support/exposition.ts"
import { layerFakes } from "../support/layerFakes.ts"
import { recordedLog } from "../support/logs.ts"
import { pluginReport } from "../support/plugins.ts"
import { greeting, keyOf, pass, settled, start, stopped } from "../support/service.ts"

const layerPlatform = (port: number) =>
  Layer.merge(
    layerFakes({ HTTP_HOST: "127.0.0.1", PORT: String(port), STALE_AFTER: "30s", APP_VERSION: "1.2.3" }),
    recordedLog().layer
  )

/** Serves probes and metrics of a service that has not started, on a free port. */
const serving = <Step extends Effect.Effect<unknown, unknown, Scope.Scope>>(
  scenario: (around: Effect.Success<typeof served>) => Generator<Step, void, never>,
  reports: ReadonlyArray<PluginReport> = [pluginReport]
) => {
  const plan = Result.getOrThrow(makePipelinePlan([everyCandle], { minimumConfidence: 0, cooldownMillis: 0 }))
  const layer = layerOperations.pipe(
    Layer.provideMerge(layerService({ plan, reports })),
    Layer.provideMerge(layerWatchlistFromRedis)
  )
  return Effect.gen(function* () {
    yield* TestClock.setTime(start)
    const redis = yield* FakeRedis
    redis.add(keyOf("AAPL"))
    const broker = yield* FakeMarketSocket
    broker.greetWith(greeting)
    yield* Effect.provide(
      Effect.gen(function* () {
        const around = yield* served
        yield* Effect.scoped(Effect.gen(() => scenario(around)))
      }),
      layer
    )
  }).pipe(Effect.provide(layerPlatform(0)))
}

const served = Effect.gen(function* () {
  const { address } = yield* HttpServer.HttpServer
  const broker = yield* FakeMarketSocket
  const redis = yield* FakeRedis
  const metrics = yield* Metrics
  const port = "port" in address ? address.port : 0
  const get = (path: string, accept = "*/*") =>
    Effect.promise(async () => {
      const response = await fetch(`http://127.0.0.1:${port}${path}`, { headers: { accept, connection: "close" } })
      return { status: response.status, type: response.headers.get("content-type") ?? "", text: await response.text() }
    })
  const services = yield* Effect.context<Effect.Services<typeof runService>>()
  return {
    port,
    broker,
    redis,
    metrics,
    get,
    run: Effect.acquireRelease(Effect.forkChild(Effect.provideContext(runService, services)), stopped),
    trade: Effect.sync(() => broker.push({ ticker: "AAPL", timestamp: start, price: 150 })),
    /** The statuses of all three probes. */
    probes: Effect.map(
      Effect.forEach(["/health", "/ready", "/startup"], (path) => get(path)),
      (answers) => answers.map(({ status }) => status)
    )
  }
})

describe("the plugins", () => {
  it.effect("are told of as their Schema says, with how they do", () =>
    serving(function* ({ get }) {
      const { status, text, type } = yield* get("/api/v1/plugins")
      assert.strictEqual(status, 200)
      assert.match(type, /^application\/json/)
      const { plugins } = Schema.decodeUnknownSync(PluginsAnswer, { onExcessProperty: "error" })(JSON.parse(text))
      assert.deepStrictEqual(
        plugins.map(({ name, state, version }) => [name, version, state]),
        [["three", "1.0.0", "running"]]
      )
    })
  )
})

describe("the probes", () => {
  it.effect("before the start: alive, neither started nor ready", () =>
    serving(function* ({ get, probes }) {
      assert.deepStrictEqual(yield* probes, [200, 503, 503])
      const { text, type } = yield* get("/startup")
      assert.match(type, /^application\/json/)
      assert.deepStrictEqual(JSON.parse(text), {
        status: "failing",
        checks: [{ name: "started", ok: false, detail: "starting" }]
      })
    })
  )

  it.effect("after the start: started, and not ready before the first tick", () =>
    serving(function* ({ get, probes, run }) {
      yield* run
      yield* settled
      assert.deepStrictEqual(yield* probes, [200, 503, 200])
      assert.deepStrictEqual(JSON.parse((yield* get("/ready")).text), {
        status: "failing",
        checks: [
          { name: "running", ok: true, detail: "running" },
          { name: "websocket", ok: true, detail: "connected" },
          { name: "watchlist", ok: true, detail: "1 symbols" },
          { name: "plugins", ok: true, detail: "three running" },
          { name: "ticks", ok: false, detail: "none accepted yet" }
        ]
      })
    })
  )

  it.effect("with a tick: ready", () =>
    serving(function* ({ probes, run, trade }) {
      yield* run
      yield* settled
      yield* trade
      yield* pass("1 second")
      assert.deepStrictEqual(yield* probes, [200, 200, 200])
    })
  )

  it.effect("when ticks stay away: not ready, yet alive", () =>
    serving(function* ({ probes, run, trade }) {
      yield* run
      yield* settled
      yield* trade
      yield* pass("31 seconds")
      assert.deepStrictEqual(yield* probes, [200, 503, 200])
    })
  )

  it.effect("without the broker: not ready, yet alive", () =>
    serving(function* ({ broker, get, probes, run, trade }) {
      yield* run
      yield* settled
      yield* trade
      yield* pass("1 second")
      broker.refuse("down")
      broker.drop("going away")
      yield* settled
      assert.deepStrictEqual(yield* probes, [200, 503, 200])
      assert.include((yield* get("/ready")).text, '{"name":"websocket","ok":false,"detail":"not connected"}')
    })
  )

  it.effect("while it stops: not ready, yet alive and started", () =>
    serving(function* ({ broker, get, probes, run, trade }) {
      const running = yield* run
      yield* settled
      yield* trade
      yield* pass("1 second")
      broker.refuse("down")
      broker.drop("going away")
      yield* pass("70 seconds")
      yield* Effect.forkChild(Fiber.interrupt(running))
      yield* settled
      assert.deepStrictEqual(yield* probes, [200, 503, 200])
      assert.include((yield* get("/ready")).text, '{"name":"running","ok":false,"detail":"draining"}')
    })
  )

  it.effect("answer nothing but what they are asked for", () =>
    serving(function* ({ get }) {
      assert.strictEqual((yield* get("/nothing")).status, 404)
    })
  )
})

describe("/ready with plugins", () => {
  /** What `/ready` answers when all is well but these plugins. */
  const readinessWith = (...reports: ReadonlyArray<PluginReport>) =>
    Effect.gen(function* () {
      let answer = { status: 0, body: { status: "", plugins: {} } }
      yield* serving(function* ({ get, run, trade }) {
        yield* run
        yield* settled
        yield* trade
        yield* pass("1 second")
        const { status, text } = yield* get("/ready")
        const body = JSON.parse(text)
        const plugins = body.checks.find(({ name }: { readonly name: string }) => name === "plugins")
        answer = { status, body: { status: body.status, plugins } }
      }, reports)
      return answer
    })

  const gone: PluginReport = {
    ...pluginReport,
    name: "./gone.ts",
    state: "refused",
    problem: "plugin ./gone.ts: there is no file",
    parts: { ...pluginReport.parts, detectors: [] }
  }

  it.effect("that all run: ok", () =>
    Effect.gen(function* () {
      assert.deepStrictEqual(yield* readinessWith(pluginReport), {
        status: 200,
        body: { status: "ok", plugins: { name: "plugins", ok: true, detail: "three running" } }
      })
    })
  )

  it.effect("of which one is refused: degraded, and says which and why", () =>
    Effect.gen(function* () {
      const detail = "three running; plugin ./gone.ts: there is no file"
      assert.deepStrictEqual(yield* readinessWith(pluginReport, gone), {
        status: 200,
        body: { status: "degraded", plugins: { name: "plugins", ok: true, detail, degraded: true } }
      })
    })
  )

  it.effect("of which one is being restarted: degraded", () =>
    Effect.gen(function* () {
      const far: PluginReport = { ...pluginReport, name: "far", state: "restarting" }
      const { body, status } = yield* readinessWith(pluginReport, far)
      assert.deepStrictEqual([status, body.status], [200, "degraded"])
    })
  )

  it.effect("that leave no detector to run: failing", () =>
    Effect.gen(function* () {
      const detail = "no detector runs: plugin ./gone.ts: there is no file"
      assert.deepStrictEqual(yield* readinessWith(gone), {
        status: 503,
        body: { status: "failing", plugins: { name: "plugins", ok: false, detail } }
      })
    })
  )
})

describe("/metrics", () => {
  const hasPromtool = spawnSync("promtool", ["--version"]).status === 0

  it.effect("is Prometheus text by default, every metric with its kind and its help", () =>
    serving(function* ({ broker, get, run, trade }) {
      yield* run
      yield* settled
      yield* trade
      broker.push({ type: "error", message: 'a "quoted" complaint' })
      yield* pass("70 seconds")
      const { status, text, type } = yield* get("/metrics")
      assert.deepStrictEqual([status, type], [200, "text/plain; version=0.0.4; charset=utf-8"])
      const families = parseExposition(text)
      for (const [name, { help, type }] of families) {
        const definition = Object.entries(metricDefinitions).find(([key]) => `mjolnir_${key}` === name)?.[1]
        assert.deepStrictEqual([name, type, help], [name, definition?.kind, definition?.help])
      }
      const value = (name: Parameters<typeof exportedName>[0], labels = "") =>
        families.get(exportedName(name))?.samples.get(exportedName(name) + labels)
      assert.strictEqual(value("stocks_monitored"), 1)
      assert.strictEqual(value("frames_total", '{outcome="accepted"}'), 1)
      assert.strictEqual(value("detections_published_total"), 1)
      assert.strictEqual(
        value("build_info", '{name="mjolnir-pattern-detector",version="1.2.3",environment="production"}'),
        1
      )
      assert.strictEqual(
        families.get("mjolnir_publish_latency_seconds")?.samples.get("mjolnir_publish_latency_seconds_count"),
        1
      )
    })
  )

  it.effect("shows every gauge there is from the start", () =>
    serving(function* ({ get }) {
      const families = parseExposition((yield* get("/metrics")).text)
      const gauges = Object.entries(metricDefinitions).filter(([, { kind }]) => kind === "gauge")
      assert.deepStrictEqual(
        gauges.map(([name]) => `mjolnir_${name}`).filter((name) => !families.has(name)),
        []
      )
    })
  )

  it.effect.skipIf(!hasPromtool)(
    `passes promtool${hasPromtool ? "" : " (skipped: there is no promtool on the PATH)"}`,
    () =>
      serving(function* ({ get, run, trade }) {
        yield* run
        yield* settled
        yield* trade
        yield* pass("70 seconds")
        const { text } = yield* get("/metrics")
        const { status, stderr, stdout } = spawnSync("promtool", ["check", "metrics"], { input: text })
        assert.deepStrictEqual([status, String(stdout), String(stderr)], [0, "", ""])
      })
  )

  it.effect("is JSON of the key figures for whoever accepts it", () =>
    serving(function* ({ get, run, trade }) {
      yield* run
      yield* settled
      yield* trade
      yield* pass("70 seconds")
      const { text, type } = yield* get("/metrics", "application/json")
      assert.match(type, /^application\/json/)
      assert.deepInclude(JSON.parse(text), {
        patterns_detected: 1,
        messages_processed: 1,
        errors: 0,
        stocks_monitored: 1,
        websocket_connected: true,
        redis_connected: true,
        candles_closed: 1,
        detections_published: 1,
        outbox_size: 0
      })
    })
  )
})

describe("the port", () => {
  it.effect("that is taken is reported with its address and the variable's name", () =>
    Effect.gen(function* () {
      const port = yield* takenPort
      const error = yield* Effect.flip(
        Effect.provide(
          Effect.void,
          layerOperations.pipe(Layer.provideMerge(unstarted), Layer.provide(layerPlatform(port)))
        )
      )
      assert.instanceOf(error, PortUnavailable)
      assert.match(error.message, new RegExp(`^Cannot listen on 127\\.0\\.0\\.1:${port} \\(PORT\\): .*EADDRINUSE`))
    })
  )

  it.effect("is free again when the service has ended", () =>
    Effect.gen(function* () {
      let port = 0
      yield* serving(function* (around) {
        port = around.port
        assert.strictEqual((yield* around.get("/health")).status, 200)
      })
      const refused = yield* Effect.flip(Effect.tryPromise(() => fetch(`http://127.0.0.1:${port}/health`)))
      assert.include(String(refused.cause), "fetch failed")
    })
  )
})

const unstarted = layerService({ plan: Result.getOrThrow(makePipelinePlan([everyCandle])) }).pipe(
  Layer.provideMerge(layerWatchlistFromRedis)
)

/** A port on which somebody else listens. */
const takenPort = Effect.acquireRelease(
  Effect.callback<ReturnType<typeof createServer>>((resume) => {
    const server = createServer()
    server.listen(0, "127.0.0.1", () => resume(Effect.succeed(server)))
  }),
  (server) => Effect.sync(() => server.close())
).pipe(
  Effect.map((server) => {
    const address = server.address()
    return typeof address === "object" && address !== null ? address.port : 0
  })
)

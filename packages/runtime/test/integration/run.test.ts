import { assert, describe, it } from "@effect/vitest"
import { Effect, Exit, Scope } from "effect"

import { LoopbackBroker } from "../../src/demo/LoopbackBroker.ts"
import type { Environment } from "../support/config.ts"
import { MjolnirRun } from "../support/MjolnirRun.ts"
import { freePort } from "../support/ports.ts"
import { redisMissing, startRedis } from "../support/redisServer.ts"
import { keyOf } from "../support/service.ts"
import { trading } from "../support/tape.ts"
import { until } from "../support/until.ts"
import { startPeer } from "../support/webSocketServer.ts"

/** A broker that can die and come back on the same port. */
const mortalBroker = Effect.gen(function* () {
  const port = yield* Effect.promise(freePort)
  let life: Scope.Closeable | undefined
  let broker: LoopbackBroker["Service"] | undefined
  const start = Effect.gen(function* () {
    life = yield* Scope.make()
    broker = yield* Scope.provide(LoopbackBroker.make(port), life)
  })
  const die = Effect.suspend(() => {
    broker = undefined
    return life === undefined ? Effect.void : Scope.close(life, Exit.void)
  })
  yield* Effect.addFinalizer(() => die)
  yield* start
  return {
    url: `ws://127.0.0.1:${port}`,
    now: () => broker,
    start,
    die,
    subscribers: (symbol: string) => broker?.subscribers(`stock:${symbol}`) ?? 0,
    detectionsOf: (symbol: string) =>
      broker?.detections.filter((detection) => Object(detection).ticker === symbol).length ?? 0
  }
})

const running = (environment: Environment) =>
  Effect.acquireDisposable(Effect.promise(() => MjolnirRun.start(environment)))

/** A Redis that lists these symbols, a broker that trades them, and the service between the two. */
const everything = Effect.fnUntraced(function* (symbols: ReadonlyArray<string>, environment: Environment = {}) {
  const redis = yield* Effect.acquireDisposable(Effect.promise(() => startRedis()))
  const watch = (...added: ReadonlyArray<string>) =>
    Effect.promise(() => redis.client.mset(added.flatMap((symbol) => [keyOf(symbol), "{}"])))
  yield* watch(...symbols)
  const broker = yield* mortalBroker
  const run = yield* running({
    WEBSOCKET_URL: broker.url,
    REDIS_HOST: "127.0.0.1",
    REDIS_PORT: String(redis.port),
    PATTERN_COOLDOWN: "0",
    RECONNECT_DELAY_MAX: "1s",
    ...environment
  })
  return { redis, watch, broker, run }
})

const eventually = <Answer>(what: string, ask: () => Answer | false | Promise<Answer | false>, withinMillis?: number) =>
  Effect.promise(() => until(what, ask, withinMillis))

/** Each has a Redis, a broker and a process of its own. */
const atOnce = { concurrent: true, timeout: 40_000 }

/** What no run may ever print. */
const assertNothingUnhandled = ({ err, out }: MjolnirRun) => {
  assert.strictEqual(err, "")
  assert.notMatch(out, /unhandled|uncaught|a bug in|"level":"(?:ERROR|FATAL)"/i)
}

describe.skipIf(redisMissing !== "")(`mjolnir run, with a real Redis and a real broker${redisMissing}`, () => {
  it.live(
    "subscribes within 16 seconds to a symbol that is added to Redis",
    () =>
      Effect.gen(function* () {
        const { broker, run, watch } = yield* everything(["AAPL"])
        yield* eventually("the subscription of the start", () => broker.subscribers("AAPL") === 1)
        yield* watch("MSFT")
        yield* eventually("the subscription of the symbol added", () => broker.subscribers("MSFT") === 1, 16_000)
        assert.strictEqual(broker.subscribers("AAPL"), 1)
        assertNothingUnhandled(run)
      }),
    atOnce
  )

  it.live(
    "goes on detecting after the broker died and came back",
    () =>
      Effect.gen(function* () {
        const { broker, run } = yield* everything(["AAPL", "MSFT"])
        yield* Effect.forkChild(trading(broker.now, ["AAPL", "MSFT"]))
        const bothDetected = () => broker.detectionsOf("AAPL") > 0 && broker.detectionsOf("MSFT") > 0
        yield* eventually("detections", bothDetected)
        yield* broker.die
        yield* eventually("not ready", async () => (await run.probe("/ready")) === 503)
        yield* broker.start
        yield* eventually("detections of the new life", bothDetected)
        yield* eventually("ready", async () => (await run.probe("/ready")) === 200)
        assert.strictEqual(yield* Effect.promise(() => run.probe("/health")), 200)
        assertNothingUnhandled(run)
      }),
    atOnce
  )

  it.live(
    "goes on detecting without Redis, and reads it again when it came back",
    () =>
      Effect.gen(function* () {
        const { broker, redis, run, watch } = yield* everything(["AAPL"], { STOCK_REFRESH_INTERVAL: "1s" })
        yield* Effect.forkChild(trading(broker.now, ["AAPL", "MSFT"]))
        yield* eventually("detections", () => broker.detectionsOf("AAPL") > 0)
        yield* Effect.promise(redis.kill)
        yield* eventually("the complaint", () => run.out.includes("Cannot read the watchlist, the last one stays"))
        const before = broker.detectionsOf("AAPL")
        yield* eventually("more detections", () => broker.detectionsOf("AAPL") > before)
        yield* Effect.promise(redis.restart)
        yield* watch("AAPL", "MSFT")
        yield* eventually("detections of the symbol added", () => broker.detectionsOf("MSFT") > 0)
        assertNothingUnhandled(run)
      }),
    atOnce
  )

  it.live(
    "ends with 0 in less than five seconds when it is told to, everything delivered",
    () =>
      Effect.gen(function* () {
        const { broker, run } = yield* everything(["AAPL"])
        yield* Effect.forkChild(trading(broker.now, ["AAPL"]))
        yield* eventually("detections", () => broker.detectionsOf("AAPL") > 0)
        const { code, seconds, signal } = yield* Effect.promise(() => run.terminate())
        assert.deepStrictEqual({ code, signal }, { code: 0, signal: null })
        assert.isBelow(seconds, 5)
        assert.strictEqual(run.log.at(-1)?.["message"], "Stopped; everything was delivered")
        assert.strictEqual(broker.subscribers("AAPL"), 0)
        assertNothingUnhandled(run)
      }),
    atOnce
  )
})

describe("mjolnir run", () => {
  /** No Redis and no broker: nobody listens there. */
  const lonely = Effect.gen(function* () {
    const port = yield* Effect.promise(freePort)
    return { REDIS_HOST: "127.0.0.1", REDIS_PORT: String(port), WEBSOCKET_URL: `ws://127.0.0.1:${port}` }
  })

  it.live(
    "lives without Redis and without broker, tells so, and ends with 0 when it is told to",
    () =>
      Effect.gen(function* () {
        const run = yield* running(yield* lonely)
        yield* eventually("started", async () => (await run.probe("/startup")) === 200)
        assert.strictEqual(yield* Effect.promise(() => run.probe("/ready")), 503)
        assert.strictEqual(yield* Effect.promise(() => run.probe("/health")), 200)
        const { code, seconds } = yield* Effect.promise(() => run.terminate())
        assert.strictEqual(code, 0)
        assert.isBelow(seconds, 5)
        assertNothingUnhandled(run)
      }),
    40_000
  )

  it.live(
    "refuses a bad environment in one line that names all that is bad",
    () =>
      Effect.gen(function* () {
        const run = yield* running({ ...(yield* lonely), PORT: "http", PATTERN_MIN_CONFIDENCE: "65" })
        const { code } = yield* Effect.promise(() => run.ended)
        assert.notStrictEqual(code, 0)
        assert.match(run.err, /^mjolnir: Bad environment: PATTERN_MIN_CONFIDENCE: [^\n]+; PORT: [^\n]+\n$/)
        assert.strictEqual(run.out, "")
      }),
    40_000
  )

  it.live(
    "starts without a plugin that is not there, and says so with the way to mend it",
    () =>
      Effect.gen(function* () {
        const run = yield* running({ ...(yield* lonely), PLUGINS: "classic,mine" })
        const hasStarted = () => run.log.some(({ message }) => String(message).includes("starts in"))
        yield* Effect.promise(() => until("the service starts", hasStarted))
        assert.match(run.out, /Goes on without the plugin mine: it is not built in.*npm install mine/)
        const { code } = yield* Effect.promise(() => run.terminate())
        assert.strictEqual(code, 0)
      }),
    40_000
  )

  it.live(
    "refuses a port that is taken in one line",
    () =>
      Effect.gen(function* () {
        const { port } = yield* Effect.acquireDisposable(Effect.promise(() => startPeer()))
        const run = yield* running({ ...(yield* lonely), PORT: String(port) })
        const { code } = yield* Effect.promise(() => run.ended)
        assert.notStrictEqual(code, 0)
        assert.match(run.err, new RegExp(`^mjolnir: Cannot listen on 127\\.0\\.0\\.1:${port} \\(PORT\\): [^\\n]+\\n$`))
      }),
    40_000
  )
})

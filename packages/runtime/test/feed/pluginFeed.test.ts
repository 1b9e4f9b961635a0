import { assert, describe, it } from "@effect/vitest"
import { defineFeed, type FeedDefinition, type FeedFrame, StockSymbol } from "@mjolnir/core"
import { FeedDecoder, FrameIngest } from "@mjolnir/core/ingest"
import { AppConfig, Metrics, Outbox, Watchlist, type WatchlistState } from "@mjolnir/core/services"
import { FakeMarketSocket } from "@mjolnir/core/testing"
import { Effect, Layer, Result, Schema, SubscriptionRef } from "effect"
import { TestClock } from "effect/testing"

import { ChosenFeed } from "../../src/feed/ChosenFeed.ts"
import { MarketFeed } from "../../src/feed/MarketFeed.ts"
import { Lifecycle } from "../../src/lifecycle/Lifecycle.ts"
import { Supervisor } from "../../src/supervisor/Supervisor.ts"
import { type Environment, layerConfigOf } from "../support/config.ts"
import { itemOf } from "../support/detections.ts"
import { recordedLog } from "../support/logs.ts"
import { byLabel } from "../support/metrics.ts"
import { pass, settled, start } from "../support/service.ts"

const noParams = Schema.Struct({})
type Definition = FeedDefinition<typeof noParams>

/** Frames are JSON arrays of symbol, time and price. */
const rows = {
  name: "rows",
  version: "1.0.0",
  summary: "Frames are arrays of ticks",
  params: noParams,
  decode: (frame: string): FeedFrame => {
    const given: unknown = JSON.parse(frame)
    if (given === "beat") return { _tag: "Ignored" }
    if (!Array.isArray(given)) return { _tag: "Rejected", problem: "not an array" }
    return { _tag: "Ticks", ticks: given.map(([symbol, time, price]) => ({ symbol, time, price })) }
  },
  greet: () => ['"login"'],
  subscribe: (symbol: string) => JSON.stringify(["+", symbol]),
  unsubscribe: (symbol: string) => JSON.stringify(["-", symbol])
} satisfies Definition

const tick = (symbol = "AAPL", time = start, price: unknown = 150) => [symbol, time, price]

const watching = (...symbols: ReadonlyArray<string>): WatchlistState => ({
  _tag: "Loaded",
  symbols: new Set(symbols.map((symbol) => StockSymbol.make(symbol)))
})

/** Runs the market feed by a plugin that watches AAPL and MSFT, and `scenario` beside it. */
const speaking = <Step extends Effect.Effect<unknown, unknown>>(
  definition: Definition,
  scenario: (speaking: Speaking) => Generator<Step, void, never>,
  environment: Environment = {}
) => {
  const log = recordedLog()
  const decoder = new FeedDecoder(Result.getOrThrow(defineFeed(definition).configure({})))
  return Effect.gen(function* () {
    yield* TestClock.setTime(start)
    const watchlist = yield* SubscriptionRef.make(watching("AAPL", "MSFT"))
    const layer = MarketFeed.layer.pipe(
      Layer.provideMerge(layerIngesting(decoder)),
      Layer.provideMerge(Layer.mergeAll(Outbox.layer, Lifecycle.layer)),
      Layer.provide(Layer.succeed(Watchlist, Watchlist.fromRef(watchlist))),
      Layer.provide(Layer.succeed(ChosenFeed, decoder))
    )
    const run = Effect.gen(function* () {
      const broker = yield* FakeMarketSocket
      const feed = yield* MarketFeed
      const running: Speaking = {
        broker,
        metrics: yield* Metrics,
        outbox: yield* Outbox,
        lifecycle: yield* Lifecycle,
        log: log.lines,
        watch: (...symbols) => SubscriptionRef.set(watchlist, watching(...symbols))
      }
      yield* Effect.forkChild(feed.run)
      yield* settled
      yield* Effect.gen(() => scenario(running))
    })
    yield* Effect.provide(run, layer)
  }).pipe(Effect.provide(Layer.mergeAll(FakeMarketSocket.layer, Metrics.layer, layerConfigOf(environment), log.layer)))
}

interface Speaking {
  readonly broker: FakeMarketSocket["Service"]
  readonly metrics: Metrics["Service"]
  readonly outbox: Outbox["Service"]
  readonly lifecycle: Lifecycle["Service"]
  readonly log: ReturnType<typeof recordedLog>["lines"]
  readonly watch: (...symbols: ReadonlyArray<string>) => Effect.Effect<void>
}

/** A supervisor that counts what becomes of the frames, and nothing else. */
const layerIngesting = (decoder: FeedDecoder) =>
  Layer.effect(
    Supervisor,
    Effect.gen(function* () {
      const { detection } = yield* AppConfig
      const metrics = yield* Metrics
      const ingest = new FrameIngest(detection.candles, () => {}, decoder)
      for (const symbol of ["AAPL", "MSFT"]) ingest.watch(StockSymbol.make(symbol))
      for (const outcome of ["accepted", "ignored", "rejected", "feed_fault", "refused", "bad_price"] as const) {
        metrics.read("frames_total", () => ingest.counts[outcome], { outcome })
      }
      return Supervisor.of({
        run: Effect.never,
        onFrame: (bytes) => ingest.onFrame(bytes),
        refuseFrame: () => ingest.refuse(),
        connectionLost: () => ingest.loseCoverage(),
        watchedSymbols: () => 2,
        tickAge: () => undefined,
        backlog: () => 0
      })
    })
  )

describe("a feed plugin", () => {
  it.effect("greets, then subscribes to the watchlist at once", () =>
    speaking(rows, function* ({ broker, metrics }) {
      assert.deepStrictEqual(broker.received, ["login", ["+", "AAPL"], ["+", "MSFT"]])
      assert.strictEqual(metrics.total("subscriptions"), 2)
      yield* Effect.void
    })
  )

  it.effect("subscribes to what is added to the watchlist and from what is removed", () =>
    speaking(rows, function* ({ broker, metrics, watch }) {
      broker.forget()
      yield* watch("MSFT", "TSLA")
      yield* settled
      assert.deepStrictEqual(broker.received, [
        ["-", "AAPL"],
        ["+", "TSLA"]
      ])
      assert.strictEqual(metrics.total("subscriptions"), 2)
    })
  )

  it.effect("greets and subscribes anew on a new connection", () =>
    speaking(rows, function* ({ broker }) {
      broker.forget()
      broker.drop("going away")
      yield* pass("1 second")
      assert.deepStrictEqual(broker.received, ["login", ["+", "AAPL"], ["+", "MSFT"]])
    })
  )

  it.effect("that has no frame to subscribe with is sent all unasked", () => {
    const { greet: _greet, subscribe: _subscribe, unsubscribe: _unsubscribe, ...mute } = rows
    return speaking(mute, function* ({ broker, metrics }) {
      yield* pass("1 minute")
      assert.deepStrictEqual(broker.received, [])
      assert.strictEqual(metrics.total("websocket_connected"), 1)
    })
  })

  it.effect("does not subscribe where the settings forbid it", () =>
    speaking(
      rows,
      function* ({ broker }) {
        yield* pass("1 minute")
        assert.deepStrictEqual(broker.received, ["login"])
      },
      { SUBSCRIBE_MODE: "never" }
    )
  )

  it.effect("without a frame to unsubscribe with just forgets the symbol", () => {
    const { unsubscribe: _unsubscribe, ...clinging } = rows
    return speaking(clinging, function* ({ broker, metrics, watch }) {
      broker.forget()
      yield* watch("MSFT")
      yield* settled
      assert.deepStrictEqual([broker.received, metrics.total("subscriptions")], [[], 1])
    })
  })

  it.effect("is sent no detections, for it takes none", () =>
    speaking(rows, function* ({ broker, outbox }) {
      broker.forget()
      outbox.offer(itemOf("a"))
      yield* pass("1 minute")
      assert.deepStrictEqual([broker.received, outbox.size()], [[], 1])
    })
  )

  it.effect("turns frames into ticks, and every frame has an outcome", () =>
    speaking(rows, function* ({ broker, metrics }) {
      broker.push([tick("AAPL"), tick("MSFT")])
      broker.push([tick("AAPL", start, 0)])
      broker.push("beat")
      broker.push('"beat"')
      broker.push({ ticker: "AAPL", timestamp: start, price: 150 })
      yield* settled
      assert.deepStrictEqual(byLabel(metrics, "frames_total", "outcome"), {
        accepted: 1,
        bad_price: 1,
        ignored: 1,
        rejected: 1,
        feed_fault: 1,
        refused: 0
      })
    })
  )

  it.effect("is told no more frames when the service stops", () =>
    speaking(rows, function* ({ broker, lifecycle, metrics }) {
      lifecycle.enter("draining")
      broker.push([tick()])
      yield* settled
      assert.deepInclude(byLabel(metrics, "frames_total", "outcome"), { accepted: 0, refused: 1 })
    })
  )

  it.effect("loses its connection when nothing comes, as the broker does", () =>
    speaking(
      rows,
      function* ({ broker }) {
        yield* pass("20 seconds")
        assert.strictEqual(broker.attempts(), 2)
      },
      { SILENCE_TIMEOUT: "10s", RECONNECT_DELAY_MAX: "1s" }
    )
  )
})

describe("a feed plugin that fails", () => {
  it.effect("on frames costs those frames; each complaint is counted, and logged once", () =>
    speaking(rows, function* ({ broker, log, metrics }) {
      for (let count = 0; count < 3; count++) broker.push("{")
      broker.push([tick()])
      yield* settled
      assert.deepInclude(byLabel(metrics, "frames_total", "outcome"), { accepted: 1, feed_fault: 3 })
      assert.deepStrictEqual(byLabel(metrics, "errors_total", "kind"), { feed: 3 })
      assert.lengthOf(
        log.filter(({ level }) => level === "Warn"),
        1
      )
      assert.match(String(log.at(-1)?.text), /^The feed rows@1\.0\.0 failed on a frame: it threw SyntaxError/)
    })
  )

  it.effect("by rejecting a frame makes no error, but a line in the log", () =>
    speaking(rows, function* ({ broker, log, metrics }) {
      for (let count = 0; count < 3; count++) broker.push("7")
      yield* settled
      assert.deepStrictEqual(byLabel(metrics, "errors_total", "kind"), {})
      assert.deepStrictEqual(
        log.filter(({ level }) => level === "Warn"),
        [{ level: "Warn", text: "The feed rows@1.0.0 rejects a frame: not an array" }]
      )
    })
  )

  it.effect("to subscribe to a symbol does without it, and tries again when the watchlist changes", () => {
    let isBroken = true
    const subscribe = (symbol: string) =>
      isBroken && symbol === "AAPL" ? assert.fail("no such channel") : JSON.stringify(["+", symbol])
    return speaking({ ...rows, subscribe }, function* ({ broker, log, metrics, watch }) {
      assert.deepStrictEqual(broker.received, ["login", ["+", "MSFT"]])
      assert.strictEqual(metrics.total("subscriptions"), 1)
      assert.strictEqual(log.at(-1)?.text, "The feed rows@1.0.0 cannot subscribe AAPL: no such channel")
      assert.deepStrictEqual(byLabel(metrics, "errors_total", "kind"), { feed: 1 })
      isBroken = false
      broker.forget()
      yield* watch("AAPL", "MSFT", "TSLA")
      yield* settled
      assert.deepStrictEqual(broker.received, [
        ["+", "AAPL"],
        ["+", "TSLA"]
      ])
    })
  })

  const greetings: ReadonlyArray<readonly [what: string, greet: () => unknown, problem: string]> = [
    ["throws", () => assert.fail("no password"), "no password"],
    ["gives no array", () => "login", "it gave something that is not an array of frames"],
    ["gives a frame that is no text", () => [{ login: "me" }], "it gave a frame that is not a text"]
  ]
  for (const [what, greet, problem] of greetings) {
    it.effect(`to greet, because it ${what}, ends the connection, which is tried again later`, () => {
      const broken = { ...rows, greet: () => greet() as ReadonlyArray<string> }
      return speaking(broken, function* ({ broker, log, metrics }) {
        assert.isFalse(broker.isConnected())
        assert.include(
          log.map(({ text }) => text),
          `The feed rows@1.0.0 cannot greet: ${problem}`
        )
        assert.deepStrictEqual(broker.received, [])
        yield* pass("1 minute")
        assert.isAbove(broker.attempts(), 2)
        assert.strictEqual(metrics.total("websocket_disconnections_total"), broker.attempts())
      })
    })
  }
})

describe("without a feed plugin", () => {
  it.effect("nothing is chosen", () =>
    Effect.gen(function* () {
      assert.isUndefined(yield* ChosenFeed)
    })
  )
})

import { assert, describe, it } from "@effect/vitest"

import { breaking } from "../support/detectors.ts"
import { live, type LiveService, pass, settled, start } from "../support/service.ts"

/** Ticks of the past that close so many candles at once, without the clock. */
const closeCandles = ({ broker }: LiveService, symbol: string, candles: number) => {
  for (let minute = 0; minute <= candles; minute++) {
    broker.push({ ticker: symbol, timestamp: start - 3_600_000 + minute * 60_000 + 3_000, price: 150 })
  }
}

/** Leaves `detections` waiting for a broker that is gone. */
function* strand({ broker, metrics, trade }: LiveService, symbols: ReadonlyArray<string>) {
  for (const symbol of symbols) yield* trade(symbol, 150)
  yield* pass("1 second")
  broker.refuse("down")
  broker.drop("going away")
  yield* pass("70 seconds")
  assert.strictEqual(metrics.total("outbox_size"), symbols.length)
}

describe("a service that is told to stop", () => {
  it.effect("works off what it has taken and delivers it before the socket closes", () =>
    live({ symbols: ["AAPL"] }, function* (service) {
      closeCandles(service, "AAPL", 1)
      const ended = yield* service.stopping
      yield* pass("20 millis")
      assert.isDefined(ended.pollUnsafe())
      assert.lengthOf(service.relayed(), 1)
      assert.isFalse(service.broker.isConnected())
      assert.strictEqual(service.log.at(-1)?.text, "Stopped; everything was delivered")
    })
  )

  it.effect("stops at once when nothing waits", () =>
    live({ symbols: ["AAPL"] }, function* ({ broker, stopping }) {
      const ended = yield* stopping
      yield* settled
      assert.isDefined(ended.pollUnsafe())
      assert.isFalse(broker.isConnected())
    })
  )

  it.effect("delivers to a broker that comes back in time, in the form that its greeting asks for", () =>
    live({ symbols: ["AAPL"], environment: { RECONNECT_DELAY_MAX: "1s" } }, function* (service) {
      yield* strand(service, ["AAPL"])
      const ended = yield* service.stopping
      service.broker.accept()
      yield* pass("1500 millis")
      assert.isDefined(ended.pollUnsafe())
      assert.lengthOf(service.relayed(), 1)
      assert.deepStrictEqual(service.byLabel("detections_dropped_total", "reason"), {})
    })
  )

  it.effect("gives up after three seconds and counts what was left", () =>
    live({ symbols: ["AAPL", "MSFT"] }, function* (service) {
      yield* strand(service, ["AAPL", "MSFT"])
      const ended = yield* service.stopping
      yield* pass("2900 millis")
      assert.isUndefined(ended.pollUnsafe())
      yield* pass("100 millis")
      assert.isDefined(ended.pollUnsafe())
      assert.deepStrictEqual(service.byLabel("detections_dropped_total", "reason"), { shutdown: 2 })
      assert.deepStrictEqual(service.log.at(-1), {
        level: "Error",
        text: "Stopped; in 3s 2 detections were not delivered and 0 candles did not reach the detectors"
      })
    })
  )

  it.effect("waits for a pipeline that has crashed and is about to start again", () =>
    live({ symbols: ["BAD"], replan: breaking((candle) => candle === 1) }, function* (service) {
      closeCandles(service, "BAD", 3)
      const ended = yield* service.stopping
      yield* pass("200 millis")
      assert.isDefined(ended.pollUnsafe())
      assert.lengthOf(service.relayed(), 2)
    })
  )

  it.effect("counts the candles that a pipeline which keeps crashing has left", () =>
    live({ symbols: ["BAD"], replan: breaking(() => true) }, function* (service) {
      closeCandles(service, "BAD", 20)
      const ended = yield* service.stopping
      yield* pass("3 seconds")
      assert.isDefined(ended.pollUnsafe())
      const { crash = 0, shutdown = 0 } = service.byLabel("candles_dropped_total", "reason")
      assert.isAbove(crash, 1)
      assert.strictEqual(crash + shutdown, 20)
      assert.strictEqual(
        service.log.at(-1)?.text,
        `Stopped; in 3s 0 detections were not delivered and ${shutdown} candles did not reach the detectors`
      )
    })
  )

  it.effect("is not ready while it delivers", () =>
    live({ symbols: ["AAPL"] }, function* (service) {
      yield* strand(service, ["AAPL"])
      yield* service.stopping
      yield* settled
      assert.deepInclude(yield* service.readiness, { status: "failing", running: "failing: draining" })
    })
  )

  it.effect("takes no more frames, and counts those that come", () =>
    live({ symbols: ["AAPL"], environment: { RECONNECT_DELAY_MAX: "1s" } }, function* (service) {
      yield* strand(service, ["AAPL"])
      const { accepted } = service.byLabel("frames_total", "outcome")
      yield* service.stopping
      yield* settled
      service.broker.accept()
      service.broker.greetWith({ ticker: "AAPL", timestamp: start, price: 150 })
      yield* pass("1 second")
      assert.deepInclude(service.byLabel("frames_total", "outcome"), { accepted, refused: 1 })
    })
  )
})

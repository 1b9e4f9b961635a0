import { assert, describe, it } from "@effect/vitest"
import { StockSymbol } from "@mjolnir/core"
import { Metrics } from "@mjolnir/core/services"
import { Effect, Fiber, type Scope } from "effect"

import { candleAt } from "../support/candles.ts"
import { recordedLog } from "../support/logs.ts"
import { byLabel } from "../support/metrics.ts"
import { closing, type IsolatedOptions, runIsolated, undisturbed } from "./isolated.ts"

/** Nine minutes of which the seventh closes at the price of trouble, and every one from the fifth on is the highest. */
const prices = [1, 2, 3, 4, 5, 6, 13, 14, 15]

/** Runs a plugin in a thread and lets nine minutes close; gives the plugin when all of them are done. */
const troubledRun = Effect.fnUntraced(function* (options: IsolatedOptions) {
  const log = recordedLog()
  const run = yield* Effect.provide(runIsolated(options), log.layer)
  run.offer(...closing(prices))
  yield* run.idle
  return { ...run, log: log.lines }
})

const provided = <A, E>(test: Effect.Effect<A, E, Metrics | Scope.Scope>) =>
  test.pipe(Effect.scoped, Effect.provide(Metrics.layer))

describe("a plugin in a worker", () => {
  it.live("finds what it finds in the thread of the service, byte for byte", () =>
    provided(
      Effect.gen(function* () {
        const { found, plugin } = yield* troubledRun({})
        assert.lengthOf(found(), 5)
        assert.deepStrictEqual(found(), undisturbed(closing(prices)))
        assert.strictEqual(plugin.report.state, "running")
        const [detector] = plugin.report.detectors
        assert.strictEqual(detector?.calls, 5)
        assert.strictEqual(detector?.matches, 5)
      })
    )
  )

  it.live("that is the classic one finds what it finds in the thread of the service", () =>
    provided(
      Effect.gen(function* () {
        const candles = Array.from({ length: 400 }, (_, minute) => {
          const price = 10 + Math.sin(minute / 20) + Math.sin(minute / 3) / 3 + Math.cos(minute) / 10
          return {
            ...candleAt(minute, price),
            open: price - Math.sin(minute) / 20,
            high: price + 0.1,
            low: price - 0.1
          }
        })
        const { found, idle, offer } = yield* runIsolated({ builtIn: "classic" })
        offer(...candles)
        yield* idle
        assert.isAbove(found().length, 20)
        assert.deepStrictEqual(found(), undisturbed(candles, { builtIn: "classic" }))
      })
    )
  )

  it.live("takes the settings of the pipeline: params, filters, cooldown and minimum confidence", () =>
    provided(
      Effect.gen(function* () {
        const cooled = yield* troubledRun({ settings: { cooldownMillis: 180_000 } })
        assert.deepStrictEqual(cooled.minutes(), [4, 7])
        assert.strictEqual(cooled.metrics.total("detections_suppressed_total"), 3)
        const filtered = yield* troubledRun({ settings: { filters: { troubled: { symbols: ["MSFT"] } } } })
        assert.deepStrictEqual(filtered.minutes(), [])
      })
    )
  )

  it.live("has no variables of the environment, and what it prints is in the log", () =>
    provided(
      Effect.gen(function* () {
        const { log, until } = yield* troubledRun({ trouble: "print" })
        const printed = () => log.flatMap(({ text }) => (text.includes("prints") ? [text] : []))
        yield* until("what it prints", () => printed().length === 3)
        assert.sameMembers(printed(), [
          "The plugin troubled prints: a complaint",
          "The plugin troubled prints: a line",
          "The plugin troubled prints: variables: 0"
        ])
      })
    )
  )

  it.live("tells of the faults that its own guards catch", () =>
    provided(
      Effect.gen(function* () {
        const { log, metrics, minutes, plugin } = yield* troubledRun({ trouble: "throw" })
        assert.deepStrictEqual(minutes(), [4, 5, 7, 8])
        assert.deepStrictEqual(byLabel(metrics, "part_faults_total", "part"), { "troubled@1.0.0": 1 })
        assert.include(
          log.map(({ text }) => text),
          "The detector troubled@1.0.0 failed on AAPL: it threw Error: division by zero"
        )
        const fault = plugin.report.detectors[0]?.lastFault
        assert.deepStrictEqual([fault?.symbol, fault?.time], ["AAPL", 420_000])
      })
    )
  )

  it.live("sees forming candles and the hours that close", () =>
    provided(
      Effect.gen(function* () {
        const { found, offer, plugin, until } = yield* runIsolated()
        offer(...closing([10]))
        const forming = { time: 60_000, open: 10, highSoFar: 11, lowSoFar: 10, last: 11, volumeSoFar: 1, ticksSoFar: 1 }
        plugin.offerForming(StockSymbol.make("AAPL"), { ...forming, lastTime: 61_000 })
        yield* until("the forming candle", () => found().some((text) => /"UP".*"provisional":true/.test(text)))
        plugin.closeUpTo(3_600_000)
        yield* until("the hour", () => found().some((text) => text.includes('"HOUR"')))
        assert.lengthOf(found(), 2)
      })
    )
  )
})

describe("a plugin that cannot be stopped from within is stopped from without", () => {
  const culprit = "in the detector troubled@1.0.0 on AAPL"
  const cases = [
    { trouble: "loop", reason: "hung", words: `did not get on for 400ms ${culprit}` },
    { trouble: "bomb", reason: "memory", words: `used more than its 48 MB of memory ${culprit}` },
    { trouble: "exit", reason: "exit", words: `ended its thread with the exit code 3 ${culprit}` }
  ]
  for (const { reason, trouble, words } of cases) {
    it.live(`${trouble}: costs it the candle alone, and who did it is named`, () =>
      provided(
        Effect.gen(function* () {
          const limits = { heapMegabytes: 48 }
          const { found, log, metrics, plugin } = yield* troubledRun({ trouble, limits })
          const lost = undisturbed(closing(prices), { trouble }).filter((text) => !text.includes('"triggerPrice":13'))
          assert.lengthOf(lost, 4)
          assert.deepStrictEqual(found(), lost)
          assert.deepStrictEqual(byLabel(metrics, "candles_dropped_total", "reason"), { plugin_crash: 1 })
          assert.deepStrictEqual(byLabel(metrics, "plugin_crashes_total", "reason"), { [reason]: 1 })
          assert.include(
            log.find(({ level }) => level === "Error")?.text,
            `the plugin troubled ${words}. The plugin starts`
          )
          assert.strictEqual(plugin.report.lastCrash?.symbol, "AAPL")
        })
      )
    )
  }

  it.live("an endless loop is noticed before twice the time that it has", () =>
    provided(
      Effect.gen(function* () {
        const { offer, plugin, until } = yield* runIsolated({ trouble: "loop", limits: { hangMillis: 800 } })
        yield* until("it runs", () => plugin.report.state === "running")
        offer(...closing(prices.slice(0, 7)))
        const began = performance.now()
        yield* until("it is stopped", () => plugin.report.crashes === 1)
        assert.isBelow(performance.now() - began, 1_600)
      })
    )
  )

  it.live("an unhandled rejection costs no candle", () =>
    provided(
      Effect.gen(function* () {
        const { found, log, metrics, plugin, until } = yield* troubledRun({ trouble: "rejection" })
        yield* until("the crash", () => plugin.report.crashes === 1)
        assert.deepStrictEqual(found(), undisturbed(closing(prices), { trouble: "rejection" }))
        assert.deepStrictEqual(byLabel(metrics, "candles_dropped_total", "reason"), {})
        assert.match(
          log.find(({ level }) => level === "Error")?.text ?? "",
          /the plugin troubled threw outside of its parts: Error: nobody asked/
        )
      })
    )
  )

  it.live("memory outside of its heap counts, too", () =>
    provided(
      Effect.gen(function* () {
        const { plugin, until } = yield* troubledRun({ trouble: "buffers", limits: { heapMegabytes: 64 } })
        yield* until("the crash", () => plugin.report.crashes === 1)
        assert.match(plugin.report.lastCrash?.problem ?? "", /used more than its 64 MB of memory/)
      })
    )
  )

  it.live("words that the host does not understand end it", () =>
    provided(
      Effect.gen(function* () {
        const { metrics, plugin, until } = yield* troubledRun({ trouble: "garble" })
        yield* until("the crash", () => plugin.report.crashes === 1)
        assert.match(plugin.report.lastCrash?.problem ?? "", /said something that the host does not understand/)
        assert.deepStrictEqual(byLabel(metrics, "plugin_crashes_total", "reason"), { garbled: 1 })
      })
    )
  )

  it.live("code that throws when it is imported is told of with its words", () =>
    provided(
      Effect.gen(function* () {
        const { plugin, until } = yield* runIsolated({ file: new URL("fixtures/broken.ts", import.meta.url) })
        yield* until("the crash", () => plugin.report.crashes > 0)
        assert.match(plugin.report.lastCrash?.problem ?? "", /cannot start: .*broken\.ts.*no license key/)
        assert.strictEqual(plugin.report.state, "restarting")
      })
    )
  )

  it.live("params that do not fit are told of", () =>
    provided(
      Effect.gen(function* () {
        const { plugin, until } = yield* runIsolated({ trouble: "unknown" })
        yield* until("the crash", () => plugin.report.crashes > 0)
        assert.match(plugin.report.lastCrash?.problem ?? "", /cannot start: .*troubled.*trouble/)
      })
    )
  )
})

describe("a plugin that is started again", () => {
  it.live("has the windows, the hours and the cooldowns that it had", () =>
    provided(
      Effect.gen(function* () {
        const options = { trouble: "exit", settings: { cooldownMillis: 180_000 } }
        const candles = closing([...Array.from({ length: 57 }, (_, minute) => minute / 10), 13, 14, 15, 16, 17])
        const { found, idle, offer, plugin } = yield* runIsolated(options)
        offer(...candles.slice(0, 58))
        yield* idle
        assert.strictEqual(plugin.report.crashes, 1)
        offer(...candles.slice(58))
        yield* idle
        const expected = undisturbed(candles, options).filter((text) => !text.includes('"triggerPrice":13'))
        assert.isTrue(expected.some((text) => text.includes('"HOUR"')))
        assert.deepStrictEqual(found(), expected)
      })
    )
  )

  it.live("adds what it does to what it did", () =>
    provided(
      Effect.gen(function* () {
        const { idle, offer, plugin } = yield* runIsolated({ trouble: "exit" })
        offer(...closing(prices.slice(0, 6)))
        yield* idle
        offer(...closing(prices.slice(6), 6))
        yield* idle
        const [detector] = plugin.report.detectors
        assert.deepStrictEqual([detector?.calls, detector?.matches], [4, 4])
      })
    )
  )

  it.live("after it was told to forget a symbol begins it anew", () =>
    provided(
      Effect.gen(function* () {
        const { idle, minutes, offer, plugin } = yield* runIsolated()
        offer(...closing([1, 2, 3, 4, 5]))
        yield* idle
        assert.strictEqual(plugin.forget(StockSymbol.make("AAPL")), 0)
        offer(...closing([6, 7, 8, 9, 10], 5))
        yield* idle
        assert.deepStrictEqual(minutes(), [4, 9])
      })
    )
  )

  it.live("lets the oldest candles give way when too many wait meanwhile, and counts them", () =>
    provided(
      Effect.gen(function* () {
        const { idle, metrics, minutes, offer } = yield* runIsolated({ limits: { waitingCandles: 6 } })
        offer(...closing(prices))
        assert.deepStrictEqual(byLabel(metrics, "candles_dropped_total", "reason"), { plugin_restart: 3 })
        yield* idle
        assert.deepStrictEqual(minutes(), [7, 8])
      })
    )
  )
})

describe("a plugin that the service stops", () => {
  it.live("is killed at once, whatever it does", () =>
    provided(
      Effect.gen(function* () {
        const { offer, plugin, running, until } = yield* runIsolated({
          trouble: "loop",
          limits: { hangMillis: 60_000 }
        })
        offer(...closing(prices))
        yield* until("it hangs", () => plugin.report.state === "running" && plugin.backlog === 9)
        const began = performance.now()
        yield* Fiber.interrupt(running)
        assert.isBelow(performance.now() - began, 1_000)
      })
    )
  )
})

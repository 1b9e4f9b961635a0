import { assert, describe, it } from "@effect/vitest"
import { isStockSymbol } from "@mjolnir/core"
import { makePipelinePlan } from "@mjolnir/core/pipeline"
import { MarketClock, Metrics, type OutboxItem, PluginRegistry, Watchlist } from "@mjolnir/core/services"
import classicPlugin from "@mjolnir/plugins/classic"
import { Effect, Fiber, Layer, Result } from "effect"

import { DetectionDelivery } from "../../src/delivery/DetectionDelivery.ts"
import type { PluginAnswer } from "../../src/http/PluginsAnswer.ts"
import { pluginsReport } from "../../src/http/pluginsReport.ts"
import type { IsolatedPlan } from "../../src/isolation/IsolatedPlugin.ts"
import { IsolatedPlugins, layerIsolatedPlugins } from "../../src/isolation/IsolatedPlugins.ts"
import { describeParts } from "../../src/plugins/describeParts.ts"
import { Supervisor } from "../../src/supervisor/Supervisor.ts"
import { layerConfigOf } from "../support/config.ts"
import { recordedLog } from "../support/logs.ts"
import { pluginReport } from "../support/plugins.ts"
import { until } from "../support/until.ts"
import { type IsolatedOptions, troubledPlan } from "./isolated.ts"

const classic = classicPlugin.detectors
const classicIds: ReadonlySet<string> = new Set(classic.map(({ name, version }) => `${name}@${version}`))
const symbols = ["AAPL", "MSFT"].filter(isStockSymbol)
const start = Date.parse("2025-07-23T13:30:00Z")

/** Frames of three hours in which the prices swing so that the classic detectors find patterns; MSFT passes 13. */
const frames = Array.from({ length: 3 * 180 }, (_, index) => {
  const timestamp = start + index * 20_000
  return symbols.map((ticker, place) => {
    const swing = Math.sin(index / (20 + place)) + Math.sin(index / 7) / 3 + Math.cos(index / 3) / 10
    const price = ticker === "MSFT" && index === 302 ? 13 : Math.round((10 + swing) * 100) / 100
    return new TextEncoder().encode(JSON.stringify({ ticker, timestamp: timestamp + place, price }))
  })
}).flat()

/** A supervisor that has taken all frames beside these plugins in workers, when all candles are done. */
const supervised = <A, E, R>(plans: ReadonlyArray<IsolatedPlan>, look: (found: Found) => Effect.Effect<A, E, R>) => {
  const items: Array<OutboxItem> = []
  const plan = Result.getOrThrow(makePipelinePlan(classic, { minimumConfidence: 0, cooldownMillis: 0 }))
  const delivery = { offer: (item: OutboxItem) => items.push(item), size: () => 0, hurry: () => {}, scorers: () => [] }
  const registry = [
    { ...pluginReport, name: classicPlugin.name, parts: describeParts(classicPlugin) },
    ...plans.map(({ plugin: { name, parts } }) =>
      Object.assign({}, pluginReport, { name, parts, isolation: "worker" as const, state: "restarting" as const })
    )
  ]
  const layer = Supervisor.layer(plan).pipe(
    Layer.provideMerge(layerIsolatedPlugins(plans)),
    Layer.provideMerge(PluginRegistry.layerOf(registry)),
    Layer.provideMerge(Layer.succeed(DetectionDelivery, DetectionDelivery.of(delivery))),
    Layer.provideMerge(
      Layer.mergeAll(
        Metrics.layer,
        MarketClock.layer,
        Watchlist.layerOf(symbols),
        layerConfigOf({}),
        recordedLog().layer
      )
    )
  )
  return Effect.gen(function* () {
    const supervisor = yield* Supervisor
    const running = yield* Effect.forkScoped(supervisor.run)
    yield* Effect.promise(() => until("the watchlist", () => supervisor.watchedSymbols() === symbols.length))
    for (const frame of frames) supervisor.onFrame(frame)
    const isolated = yield* IsolatedPlugins
    const isOver = () =>
      isolated.every(({ backlog, report }, index) => (isBad(plans[index]) ? report.crashes > 0 : backlog === 0))
    yield* Effect.promise(() => until("all candles done, or the thread ended", isOver))
    const { plugins } = yield* pluginsReport
    yield* Fiber.interrupt(running)
    const ofClassic = items.flatMap(({ detection }) => (classicIds.has(detection.detector) ? [detection] : []))
    return yield* look({
      classic: ofClassic.map((detection) => JSON.stringify(detection)),
      plugins
    })
  }).pipe(Effect.scoped, Effect.provide(layer))
}

interface Found {
  readonly classic: ReadonlyArray<string>
  readonly plugins: ReadonlyArray<PluginAnswer>
}

const isBad = (plan: IsolatedPlan | undefined): boolean => plan?.settings.params["troubled"] !== harmless

/** The params of the fixture with which it does no harm. */
const harmless = { trouble: "none" }

const named = (name: string, options: IsolatedOptions): IsolatedPlan => {
  const { plugin, settings, ...rest } = troubledPlan(options)
  const params = options.trouble === undefined ? { troubled: harmless } : settings.params
  return { ...rest, plugin: { ...plugin, name }, settings: { ...settings, params } }
}

describe("the service beside plugins in workers", () => {
  it.live("lets one plugin go on that has a thread of its own while another hangs", () =>
    supervised([named("bad", { trouble: "loop" }), named("good", {})], ({ plugins }) =>
      Effect.sync(() => {
        const [, bad, good] = plugins
        assert.strictEqual(good?.state, "running")
        assert.strictEqual(good?.crashes, 0)
        assert.strictEqual(bad?.crashes, 1)
        assert.strictEqual(bad?.last_error?.symbol, "MSFT")
        assert.match(bad?.last_error?.problem ?? "", /did not get on for .* in the detector troubled@1\.0\.0 on MSFT/)
        assert.isAbove(good?.detections ?? 0, bad?.detections ?? 0)
      })
    )
  )

  it.live("tells of all of them what they do", () =>
    supervised([named("good", {})], ({ classic, plugins }) =>
      Effect.sync(() => {
        const [built, good] = plugins
        assert.deepStrictEqual([built?.name, built?.state, built?.isolation], ["classic", "running", "inline"])
        assert.strictEqual(built?.detections, classic.length)
        assert.deepStrictEqual([good?.state, good?.isolation, good?.breaker], ["running", "worker", "closed"])
        assert.isAbove(good?.calls ?? 0, 300)
        assert.isNotNull(good?.budget_use)
      })
    )
  )
})

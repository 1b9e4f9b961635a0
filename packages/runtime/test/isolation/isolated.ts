import { fileURLToPath } from "node:url"

import { type Candle, type Plugin, StockSymbol } from "@mjolnir/core"
import { calendars } from "@mjolnir/core/calendar"
import { makePipelinePlan, SymbolPipeline } from "@mjolnir/core/pipeline"
import { Metrics, type OutboxItem } from "@mjolnir/core/services"
import { builtInPlugins } from "@mjolnir/plugins"
import { Effect, Result } from "effect"

import { IsolatedPlugin, type IsolatedPlan } from "../../src/isolation/IsolatedPlugin.ts"
import type { IsolationLimits } from "../../src/isolation/isolationLimits.ts"
import type { IsolatedSettings } from "../../src/isolation/messages.ts"
import { describeParts } from "../../src/plugins/describeParts.ts"
import { makeStepDelivery } from "../../src/supervisor/StepDelivery.ts"
import { candleAt } from "../support/candles.ts"
import { until } from "../support/until.ts"
import troubled from "./fixtures/troubled.ts"

/** What a plugin of a test is run with. */
export interface IsolatedOptions {
  /** What it does at the price 13; nothing when left out. */
  readonly trouble?: string
  /** File of the plugin, if it is not that of the fixture that makes trouble. */
  readonly file?: URL
  /** Name of a built-in plugin to run instead. */
  readonly builtIn?: string
  readonly settings?: Partial<IsolatedSettings>
  readonly limits?: Partial<IsolationLimits>
}

const symbol = StockSymbol.make("AAPL")

const defaultSettings = {
  interval: "1m",
  calendar: "utc",
  lookback: 50,
  minimumConfidence: 0,
  cooldownMillis: 0,
  filters: {}
} as const

/** How the fixture that makes trouble, or another plugin, is run. */
export const troubledPlan = (options: IsolatedOptions = {}): IsolatedPlan => {
  const path = fileURLToPath(options.file ?? new URL("fixtures/troubled.ts", import.meta.url))
  const { builtIn, trouble = "none" } = options
  if (builtIn !== undefined) {
    return {
      plugin: {
        name: builtIn,
        source: { _tag: "BuiltIn", given: builtIn, name: builtIn },
        parts: describeParts(pluginOf(options))
      },
      settings: { ...defaultSettings, params: {}, ...options.settings }
    }
  }
  return {
    plugin: { name: "troubled", source: { _tag: "Path", given: path, path }, parts: describeParts(troubled) },
    settings: { ...defaultSettings, params: { troubled: { trouble } }, ...options.settings },
    // On a busy machine a thread may have to wait, which is no reason to kill one that does no harm.
    limits: { hangMillis: trouble === "loop" ? 400 : 5_000, ...options.limits }
  }
}

const pluginOf = ({ builtIn }: IsolatedOptions): Plugin =>
  builtInPlugins.find(({ name }) => name === builtIn) ?? troubled

/** A plugin in a real thread, which is killed with the scope. */
export const runIsolated = Effect.fnUntraced(function* (options: IsolatedOptions = {}) {
  const metrics = yield* Metrics
  const found: Array<OutboxItem> = []
  const delivery = yield* makeStepDelivery(metrics, (item) => found.push(item))
  const plugin = new IsolatedPlugin(troubledPlan(options), metrics, delivery)
  const running = yield* Effect.forkScoped(plugin.run)
  return {
    plugin,
    metrics,
    running,
    /** What was delivered so far, as it is told to others. */
    found: () => found.map(({ detection }) => JSON.stringify(detection)),
    /** Minutes of which something was delivered. */
    minutes: () => found.map(({ detection }) => detection.time / 60_000),
    offer: (...candles: ReadonlyArray<Candle>) => {
      for (const candle of candles) plugin.offer(symbol, candle)
    },
    until: (what: string, ask: () => boolean) => Effect.promise(() => until(what, ask)),
    idle: Effect.promise(() => until("all candles done", () => plugin.backlog === 0))
  }
})

/** Minutes that close at these prices. */
export const closing = (prices: ReadonlyArray<number>, from = 0): ReadonlyArray<Candle> =>
  prices.map((price, index) => candleAt(from + index, price))

/** What the fixture finds in these candles when nothing happens, in the thread of the test. */
export const undisturbed = (candles: ReadonlyArray<Candle>, options: IsolatedOptions = {}): ReadonlyArray<string> => {
  const { calendar, ...settings } = troubledPlan(options).settings
  const plan = Result.getOrThrow(
    makePipelinePlan(pluginOf(options).detectors, { ...settings, calendar: calendars[calendar] })
  )
  const pipeline = new SymbolPipeline(symbol, plan)
  return candles
    .flatMap((candle) => pipeline.onCandle(candle).decisions)
    .flatMap(({ _tag, detection }) => (_tag === "Publish" ? [JSON.stringify(detection)] : []))
}

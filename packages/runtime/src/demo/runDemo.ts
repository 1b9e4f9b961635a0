import { type Detection, epochMillis, type StockSymbol } from "@mjolnir/core"
import type { PipelinePlan } from "@mjolnir/core/pipeline"
import { Metrics, Watchlist } from "@mjolnir/core/services"
import { Effect, Layer } from "effect"

import { MarketFeed } from "../feed/MarketFeed.ts"
import { layerHttp } from "../http/layerHttp.ts"
import { Lifecycle } from "../live/Lifecycle.ts"
import { planFromConfig } from "../live/planFromConfig.ts"
import { layerProcessMetrics } from "../live/processMetrics.ts"
import { detectionWriter } from "../offline/detectionOutput.ts"
import { layerMarketSocket } from "../socket/MarketSocketLive.ts"
import { Supervisor } from "../supervisor/Supervisor.ts"
import { DemoOutput } from "./DemoOutput.ts"
import { demoReport } from "./demoReport.ts"
import { demoSession } from "./demoSession.ts"
import { demoSymbols } from "./demoSymbols.ts"
import { DemoTally } from "./DemoTally.ts"
import { ExchangeClock } from "./ExchangeClock.ts"
import { layerDemoConfig, layerDemoLogging } from "./layerDemoConfig.ts"
import { layerTellingOutbox } from "./layerTellingOutbox.ts"
import { LoopbackBroker } from "./LoopbackBroker.ts"

/** What the command line of `mjolnir demo` says. */
export interface DemoChoice {
  /** Market time that passes in one of ours. */
  readonly speed: number
  /** Undefined for a demo without end. */
  readonly seconds: number | undefined
  readonly seed: number
  /** How many stocks there are. */
  readonly symbols: number
  /** Where probes and metrics are served; if it is taken, a free one is used. */
  readonly port: number
}

/** Every demo opens at the same time, so that the same seed gives the same detections with the same ids. */
const opening = epochMillis(Date.parse("2025-07-23T13:30:00Z"))

/**
 * The whole service on a simulated market: real WebSockets, real HTTP, real supervision; only the market, its clock
 * and the watchlist are made up.
 */
export const runDemo = Effect.fnUntraced(function* (choice: DemoChoice) {
  const symbols = demoSymbols(choice.symbols)
  const output = yield* DemoOutput
  const report = demoReport(symbols, output.isColored)
  const json = detectionWriter("jsonl", { patterns: [], symbols, colored: false })
  const tally = new DemoTally()
  const onDelivered = (detection: Detection) => {
    const isPlanted = tally.detected(detection)
    return output.line(output.isTerminal ? report.detection(detection, isPlanted) : json.line(detection))
  }
  yield* Effect.gen(function* () {
    const plan = yield* planFromConfig
    const layer = layerLoopbackHttp(choice.port).pipe(Layer.provideMerge(layerDemoService(plan, onDelivered)))
    yield* Effect.provide(demoSession({ ...choice, symbols, opening }, tally, report), layer)
  }).pipe(Effect.provide(layerPlatform(symbols, choice.speed)))
}, Effect.provide(DemoOutput.layer))

/** What the service runs on here. */
const layerPlatform = (symbols: ReadonlyArray<StockSymbol>, speed: number) =>
  Layer.mergeAll(
    layerDemoConfig,
    layerDemoLogging,
    layerMarketSocket,
    ExchangeClock.layer(opening, speed),
    Metrics.layer,
    Watchlist.layerOf(symbols)
  ).pipe(Layer.provideMerge(LoopbackBroker.layer()))

/** The parts of the live service, and an outbox that tells what it delivered. */
const layerDemoService = (plan: PipelinePlan, onDelivered: (detection: Detection) => Effect.Effect<void>) =>
  MarketFeed.layer.pipe(
    Layer.provideMerge(Supervisor.layer(plan)),
    Layer.provideMerge(layerTellingOutbox(onDelivered)),
    Layer.provideMerge(Lifecycle.layer)
  )

const layerLoopbackHttp = (port: number) =>
  Layer.merge(
    layerHttp("127.0.0.1", port).pipe(Layer.catchTag("PortUnavailable", () => layerHttp("127.0.0.1", 0))),
    layerProcessMetrics
  )

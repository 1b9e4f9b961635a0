import { type Detection, epochMillis } from "@mjolnir/core"
import { Metrics, Watchlist } from "@mjolnir/core/services"
import { Effect, Layer } from "effect"

import { layerHttp } from "../http/layerHttp.ts"
import { layerProcessMetrics } from "../live/layerProcessMetrics.ts"
import { layerService } from "../live/layerService.ts"
import { serviceFromConfig } from "../live/serviceFromConfig.ts"
import { detectionJson } from "../output/detectionJson.ts"
import { Terminal } from "../output/Terminal.ts"
import { layerMarketSocket } from "../socket/layerMarketSocket.ts"
import { DemoOutput } from "./DemoOutput.ts"
import type { DemoPlay } from "./DemoPlay.ts"
import { demoReport } from "./demoReport.ts"
import { demoSession } from "./demoSession.ts"
import { demoSymbols } from "./demoSymbols.ts"
import { DemoTally } from "./DemoTally.ts"
import { ExchangeClock } from "./ExchangeClock.ts"
import { type DemoPlugins, layerDemoConfig } from "./layerDemoConfig.ts"
import { layerDemoLogging } from "./layerDemoLogging.ts"
import { layerTellingOutbox } from "./layerTellingOutbox.ts"
import { LoopbackBroker } from "./LoopbackBroker.ts"

/** What the command line of `mjolnir demo` says. */
export interface DemoChoice extends Omit<DemoPlay, "opening" | "symbols">, DemoPlugins {
  /** How many stocks there are. */
  readonly symbols: number
}

/** Every demo opens at the same time, so that the same seed gives the same detections with the same ids. */
const opening = epochMillis(Date.parse("2025-07-23T13:30:00Z"))

/**
 * The whole service on a simulated market: real WebSockets, real HTTP, real supervision; only the market, its clock
 * and the watchlist are made up.
 */
export const runDemo = Effect.fnUntraced(function* (choice: DemoChoice) {
  const { plugin, settings, ...given } = choice
  const play: DemoPlay = { ...given, symbols: demoSymbols(choice.symbols), opening }
  const output = yield* DemoOutput
  const { isColored, isTerminal } = yield* Terminal
  const report = demoReport(play, isColored)
  const tally = new DemoTally()
  const onDelivered = (detection: Detection) => {
    const isPlanted = tally.detected(detection)
    return output.line(isTerminal ? report.detection(detection, isPlanted) : detectionJson.line(detection))
  }
  yield* Effect.gen(function* () {
    const service = yield* serviceFromConfig
    const layer = layerLoopbackOperations(play.port).pipe(Layer.provideMerge(layerService(service)))
    const sought = new Set([
      ...service.plan.detectors.flatMap(({ emits }) => [...emits]),
      ...service.isolated.flatMap(({ plugin }) => plugin.parts.detectors.flatMap(({ emits = [] }) => emits))
    ])
    yield* Effect.provide(demoSession(play, sought, tally, report), layer)
  }).pipe(Effect.provide(layerPlatform(play, { plugin, settings }, onDelivered)))
}, Effect.provide(DemoOutput.layer))

/** What the service runs on here; its outbox tells what it delivered. */
const layerPlatform = (
  { opening, speed, symbols }: DemoPlay,
  plugins: DemoPlugins,
  onDelivered: (detection: Detection) => Effect.Effect<void>
) =>
  layerTellingOutbox(onDelivered).pipe(
    Layer.provideMerge(
      Layer.mergeAll(
        layerDemoConfig(plugins),
        layerDemoLogging,
        layerMarketSocket,
        ExchangeClock.layer(opening, speed),
        Metrics.layer,
        Watchlist.layerOf(symbols)
      )
    ),
    Layer.provideMerge(LoopbackBroker.layer())
  )

/** Probes and metrics on the loopback interface; on a free port if theirs is taken. */
const layerLoopbackOperations = (port: number) =>
  Layer.merge(
    layerHttp("127.0.0.1", port).pipe(Layer.catchTag("PortUnavailable", () => layerHttp("127.0.0.1", 0))),
    layerProcessMetrics
  )

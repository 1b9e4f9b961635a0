import type { FeedDecoder } from "@mjolnir/core/ingest"
import {
  AppConfig,
  type MarketConnection,
  MarketSocket,
  Metrics,
  Outbox,
  Watchlist,
  withoutSecrets
} from "@mjolnir/core/services"
import { Context, Effect, Layer } from "effect"

import { Lifecycle } from "../lifecycle/Lifecycle.ts"
import { Supervisor } from "../supervisor/Supervisor.ts"
import { Broker, complaintIn } from "./Broker.ts"
import { ChosenFeed } from "./ChosenFeed.ts"
import { converseByPlugin, converseWithBroker } from "./converse.ts"
import { keepAlive, watchForSilence } from "./liveness.ts"
import { PluginFrames } from "./PluginFrames.ts"
import { reconnecting } from "./reconnecting.ts"

/**
 * Keeps the connection to the broker: opens it, subscribes, hands frames to the supervisor, publishes what the outbox
 * holds, notices when it is dead and opens it anew, for ever. With a feed plugin it speaks as that says, and publishes
 * nothing.
 */
export class MarketFeed extends Context.Service<
  MarketFeed,
  {
    readonly run: Effect.Effect<never>
    readonly isConnected: () => boolean
  }
>()("@mjolnir/runtime/feed/MarketFeed") {
  static readonly layer: Layer.Layer<
    MarketFeed,
    never,
    AppConfig | Lifecycle | MarketSocket | Metrics | Outbox | Supervisor | Watchlist
  > = Layer.effect(
    MarketFeed,
    Effect.suspend(() => make)
  )
}

/** Different complaints that are logged; a broker that puts the time into each must not fill the log. */
const mostComplaints = 20

const make = Effect.gen(function* () {
  const { feed: settings } = yield* AppConfig
  const url = withoutSecrets(settings.url)
  const socket = yield* MarketSocket
  const supervisor = yield* Supervisor
  const watchlist = yield* Watchlist
  const outbox = yield* Outbox
  const metrics = yield* Metrics
  const lifecycle = yield* Lifecycle
  const decoder = yield* ChosenFeed
  const log = Effect.runForkWith(yield* Effect.context<never>())
  let isConnected = false
  let subscriptions = 0
  const complaints = new Set<string>()
  metrics.read("websocket_connected", () => (isConnected ? 1 : 0))
  metrics.read("subscriptions", () => subscriptions)

  /** Each is logged once, for a broker that dislikes a form repeats itself with every message. */
  const complain = (complaint: string) => {
    if (complaints.has(complaint) || complaints.size >= mostComplaints) return
    complaints.add(complaint)
    log(Effect.logWarning(complaint))
  }

  const report = (kind: "broker" | "frame" | "feed", complaint: string) => {
    metrics.count("errors_total", { kind })
    complain(complaint)
  }

  const hearBroker = (broker: Broker, bytes: Uint8Array) => {
    if (lifecycle.phase() === "draining") {
      supervisor.refuseFrame()
      broker.heardWhileStopping(bytes)
      return
    }
    const outcome = supervisor.onFrame(bytes)
    broker.heard(outcome)
    if (outcome === "broker_error") report("broker", `The broker complains: ${complaintIn(bytes)}`)
  }

  const hearByPlugin = (decoder: FeedDecoder) => (broker: Broker, bytes: Uint8Array) => {
    if (lifecycle.phase() === "draining") {
      supervisor.refuseFrame()
      broker.heard("refused")
      return
    }
    const outcome = supervisor.onFrame(bytes)
    broker.heard(outcome)
    const { feed, problem } = decoder
    if (outcome === "rejected") complain(`The feed ${feed.id} rejects a frame: ${problem}`)
    if (outcome === "feed_fault") report("feed", `The feed ${feed.id} failed on a frame: it ${problem}`)
  }

  /** Chosen once, so that a frame of the broker does not pay for there being plugins. */
  const hear = decoder === undefined ? hearBroker : hearByPlugin(decoder)
  const frames =
    decoder === undefined ? undefined : new PluginFrames(decoder.feed, (complaint) => report("feed", complaint))

  const converse = (connection: MarketConnection, broker: Broker) => {
    const conversation = {
      connection,
      settings,
      watchlist,
      onSubscribed: (count: number) => {
        subscriptions = count
      }
    }
    return frames === undefined
      ? converseWithBroker(conversation, broker, outbox, metrics)
      : converseByPlugin(conversation, frames)
  }

  const session = Effect.gen(function* () {
    const broker = new Broker()
    const connection = yield* socket.connect(settings.url, (bytes) => {
      // Whatever a frame may do that nobody thought of, it must not end the process.
      try {
        hear(broker, bytes)
      } catch (cause) {
        report("frame", `A frame could not be taken: ${String(cause)}`)
      }
    })
    isConnected = true
    metrics.count("websocket_connections_total")
    yield* Effect.logInfo(`Connected to ${url}`)
    return yield* Effect.raceAllFirst([
      connection.closed,
      keepAlive(connection, settings.pingEvery, url),
      watchForSilence(broker, settings.silenceTimeout, url, supervisor.watchedSymbols),
      converse(connection, broker)
    ])
  }).pipe(
    Effect.ensuring(
      Effect.sync(() => {
        isConnected = false
        subscriptions = 0
      })
    ),
    Effect.scoped,
    // Frames may still come while the connection is being closed, so this is said afterwards.
    Effect.ensuring(Effect.sync(() => supervisor.connectionLost()))
  )

  return MarketFeed.of({
    isConnected: () => isConnected,
    run: reconnecting(session, settings.reconnectDelay, metrics)
  })
})

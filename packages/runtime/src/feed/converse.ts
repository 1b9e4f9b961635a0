import {
  type FeedSettings,
  type MarketConnection,
  MarketSocketError,
  type Metrics,
  type Outbox,
  type Watchlist
} from "@mjolnir/core/services"
import { subscriptionFrame } from "@mjolnir/core/wire"
import { Deferred, Duration, Effect, Option } from "effect"

import type { Broker } from "./Broker.ts"
import type { PluginFrames } from "./PluginFrames.ts"
import { publishDetections } from "./publishDetections.ts"
import { followSubscriptions } from "./subscriptions.ts"

/** What a conversation over a connection needs. */
export interface Conversation {
  readonly connection: MarketConnection
  readonly settings: FeedSettings
  readonly watchlist: Watchlist["Service"]
  /** Is told how many symbols are subscribed. */
  readonly onSubscribed: (count: number) => void
}

/** How long a broker may take to greet or to send ticks before it counts as silent. */
const greetingTime = Duration.seconds(2)

/** Speaks the built-in protocol: subscribes as the broker seems to like it, and publishes what the outbox holds. */
export const converseWithBroker = Effect.fnUntraced(function* (
  { connection, onSubscribed, settings, watchlist }: Conversation,
  broker: Broker,
  outbox: Outbox["Service"],
  metrics: Metrics["Service"]
) {
  const firstWord = yield* Deferred.await(broker.firstWord).pipe(Effect.timeoutOption(greetingTime))
  const sendsUnasked = Option.contains(firstWord, "tick")
  const mustSubscribe = settings.subscribe === "always" || (settings.subscribe === "auto" && !sendsUnasked)
  return yield* Effect.raceFirst(
    mustSubscribe ? followSubscriptions(connection, watchlist, subscriptionFrame, onSubscribed) : Effect.never,
    publishDetections(connection, broker, settings.publish, outbox, metrics)
  )
})

/**
 * Speaks as a feed plugin says: greets, then subscribes at once if the plugin has frames for that, unless the settings
 * forbid it. Publishes nothing, for what the other end would make of detections nobody knows.
 */
export const converseByPlugin = Effect.fnUntraced(function* (
  { connection, onSubscribed, settings, watchlist }: Conversation,
  frames: PluginFrames
) {
  const greeting = frames.greeting()
  if (greeting === undefined) {
    const reason = "the feed plugin does not say how to greet"
    return yield* new MarketSocketError({ url: settings.url, doing: "open", reason })
  }
  for (const frame of greeting) yield* connection.send(frame)
  if (!frames.mustSubscribe || settings.subscribe === "never") return yield* Effect.never
  const frameOf = frames.subscription.bind(frames)
  return yield* followSubscriptions(connection, watchlist, frameOf, onSubscribed)
})

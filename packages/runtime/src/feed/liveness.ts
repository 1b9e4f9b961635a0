import { type MarketConnection, MarketSocketError } from "@mjolnir/core/services"
import { Duration, Effect } from "effect"

import type { Broker } from "./Broker.ts"

/** How long a broker may take to answer a ping. */
const pongTimeout = Duration.seconds(10)

/** Pings for ever; fails when an answer does not come in time, as over a connection that is half open. */
export const keepAlive = (
  connection: MarketConnection,
  every: Duration.Duration,
  url: string
): Effect.Effect<never, MarketSocketError> =>
  connection.ping.pipe(
    Effect.timeoutOrElse({
      duration: pongTimeout,
      orElse: () => lost(url, `no answer to a ping in ${Duration.format(pongTimeout)}`)
    }),
    Effect.delay(every),
    Effect.forever
  )

/**
 * Fails when no frame came for `timeout` although symbols are watched: the broker answers pings, but may have lost the
 * subscriptions.
 */
export const watchForSilence = (
  broker: Broker,
  timeout: Duration.Duration,
  url: string,
  watchedSymbols: () => number
): Effect.Effect<never, MarketSocketError> =>
  Effect.gen(function* () {
    const looksPerTimeout = 4
    let silentLooks = 0
    let framesBefore = broker.frames
    while (true) {
      yield* Effect.sleep(Duration.divideUnsafe(timeout, looksPerTimeout))
      const isSilent = broker.frames === framesBefore && watchedSymbols() > 0
      silentLooks = isSilent ? silentLooks + 1 : 0
      framesBefore = broker.frames
      if (silentLooks >= looksPerTimeout) return yield* lost(url, `no frame for ${Duration.format(timeout)}`)
    }
  })

const lost = (url: string, reason: string) => new MarketSocketError({ url, doing: "open", reason })

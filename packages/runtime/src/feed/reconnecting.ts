import { type FeedSettings, type MarketSocketError, type Metrics } from "@mjolnir/core/services"
import { Clock, Duration, Effect } from "effect"

import { pauseAfter } from "../parts/pauseAfter.ts"

/** A connection that lived this long was a good one: the delays start again from the first. */
const stableAfter = 30_000

/** Runs `session` again whenever it fails, for ever, after a pause that grows with each failure. */
export const reconnecting = <R>(
  session: Effect.Effect<never, MarketSocketError, R>,
  delay: FeedSettings["reconnectDelay"],
  metrics: Metrics["Service"]
): Effect.Effect<never, never, R> =>
  Effect.gen(function* () {
    let failures = 0
    while (true) {
      const began = yield* Clock.currentTimeMillis
      const failure = yield* Effect.flip(session)
      if ((yield* Clock.currentTimeMillis) - began >= stableAfter) failures = 0
      const pause = yield* pauseAfter(failures++, delay)
      metrics.count("websocket_disconnections_total")
      yield* Effect.logWarning(`${failure.message}. Connecting again in ${Duration.format(pause)}`)
      yield* Effect.sleep(pause)
    }
  })

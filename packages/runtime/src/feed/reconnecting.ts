import { type FeedSettings, type MarketSocketError, type Metrics } from "@mjolnir/core/services"
import { Clock, Duration, Effect, Random } from "effect"

/** A connection that lived this long was a good one: the delays start again from the first. */
const stableAfter = 30_000

/**
 * Runs `session` again whenever it fails, for ever. The delay before it doubles with each failure up to the longest,
 * and half of it is chance, so that many clients do not come back at the same moment.
 */
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
      const full = Math.min(Duration.toMillis(delay.longest), Duration.toMillis(delay.first) * 2 ** failures)
      const pause = Duration.millis(Math.round(full * (0.5 + (yield* Random.next) / 2)))
      failures++
      metrics.count("websocket_disconnections_total")
      yield* Effect.logWarning(`${failure.message}. Connecting again in ${Duration.format(pause)}`)
      yield* Effect.sleep(pause)
    }
  })

import { AppConfig, Metrics, Outbox, withoutSecrets } from "@mjolnir/core/services"
import { Duration, Effect, Fiber, Schedule } from "effect"

import { DetectionDelivery } from "../delivery/DetectionDelivery.ts"
import { MarketFeed } from "../feed/MarketFeed.ts"
import { Lifecycle } from "../lifecycle/Lifecycle.ts"
import { DetectionSinks } from "../sinks/DetectionSinks.ts"
import { reportStaleness } from "../supervisor/reportStaleness.ts"
import { Supervisor } from "../supervisor/Supervisor.ts"

/** How long the service may take to deliver what it has when it is told to stop. */
const drainTimeout = Duration.seconds(3)

/**
 * Runs feed and supervisor until it is interrupted; then takes no more frames, works off what has been taken, delivers
 * the outbox over the connection that is still open and what waits for the sinks, and ends.
 */
export const runService = Effect.gen(function* () {
  const lifecycle = yield* Lifecycle
  const feed = yield* MarketFeed
  const supervisor = yield* Supervisor
  const { operation, feed: feedSettings } = yield* AppConfig
  yield* Effect.logInfo(
    `${operation.appName} ${operation.appVersion} starts in ${operation.environment}, broker ${withoutSecrets(feedSettings.url)}`
  )
  const supervising = yield* Effect.forkScoped(supervisor.run)
  const feeding = yield* Effect.forkScoped(feed.run)
  yield* Effect.forkScoped(reportStaleness)
  lifecycle.enter("running")
  return yield* Effect.raceFirst(Fiber.join(supervising), Fiber.join(feeding)).pipe(Effect.ensuring(drain))
}).pipe(Effect.scoped)

const drain = Effect.gen(function* () {
  const lifecycle = yield* Lifecycle
  const supervisor = yield* Supervisor
  const delivery = yield* DetectionDelivery
  const outbox = yield* Outbox
  const sinks = yield* DetectionSinks
  const metrics = yield* Metrics
  lifecycle.enter("draining")
  delivery.hurry()
  yield* Effect.logInfo(`Stopping; ${outbox.size()} detections wait for the broker, ${sinks.size()} for sinks`)
  yield* Effect.sync(() => supervisor.backlog() + outbox.size() + sinks.size()).pipe(
    Effect.repeat({ schedule: Schedule.spaced("10 millis"), while: (left) => left > 0 }),
    Effect.timeoutOption(drainTimeout)
  )
  const candles = supervisor.backlog()
  const detections = outbox.size()
  // What sinks leave undelivered they count and log themselves.
  if (candles + detections + sinks.size() === 0) return yield* Effect.logInfo("Stopped; everything was delivered")
  if (candles + detections === 0) {
    return yield* Effect.logError(`Stopped; ${sinks.size()} detections wait for sinks that do not take them`)
  }
  if (candles > 0) metrics.count("candles_dropped_total", { reason: "shutdown" }, candles)
  if (detections > 0) metrics.count("detections_dropped_total", { reason: "shutdown" }, detections)
  yield* Effect.logError(
    `Stopped; in ${Duration.format(drainTimeout)} ${detections} detections were not delivered and ${candles} candles ` +
      "did not reach the detectors"
  )
})

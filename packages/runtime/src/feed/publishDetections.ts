import {
  type FeedSettings,
  type MarketConnection,
  type MarketSocketError,
  type Metrics,
  type Outbox,
  type OutboxItem
} from "@mjolnir/core/services"
import { documentedDetection, relayedDetection } from "@mjolnir/core/wire"
import { Effect } from "effect"

import type { Broker } from "./Broker.ts"

/** Sends what the outbox holds, one detection after the other; one that could not be sent stays in the outbox. */
export const publishDetections = (
  connection: MarketConnection,
  broker: Broker,
  format: FeedSettings["publish"],
  outbox: Outbox["Service"],
  metrics: Metrics["Service"]
): Effect.Effect<never, MarketSocketError> =>
  Effect.forever(
    outbox.deliverNext((item) =>
      Effect.gen(function* () {
        for (const message of messagesOf(item, format, broker)) yield* connection.send(JSON.stringify(message))
        metrics.count("detections_published_total")
        metrics.observe("publish_latency_seconds", (performance.now() - item.closedAt) / 1_000)
        yield* Effect.logDebug(`Published ${item.detection.pattern} of ${item.detection.symbol}`)
      }).pipe(
        // One detection that cannot be made into a message must not hold up those behind it.
        Effect.catchDefect((cause) => {
          metrics.count("detections_dropped_total", { reason: "unpublishable" })
          return Effect.logError(`A detection of ${item.detection.detector} cannot be published`, cause)
        })
      )
    )
  )

const messagesOf = ({ detection, candle }: OutboxItem, format: FeedSettings["publish"], broker: Broker) => {
  const chosen = format === "auto" ? (broker.hasGreeted ? "relayed" : "documented") : format
  return [
    ...(chosen === "relayed" ? [] : [documentedDetection(detection, candle)]),
    ...(chosen === "documented" ? [] : [relayedDetection(detection)])
  ]
}

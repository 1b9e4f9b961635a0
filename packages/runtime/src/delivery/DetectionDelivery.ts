import type { ConfiguredConsultingScorer, Detection, Score } from "@mjolnir/core"
import { Metrics, Outbox, type OutboxItem } from "@mjolnir/core/services"
import { Context, Effect, FiberSet, Layer } from "effect"

import { ChosenFeed } from "../feed/ChosenFeed.ts"
import { ConsultationQueue } from "../scorers/ConsultationQueue.ts"
import { RunningScorer, type ScorerReport } from "../scorers/RunningScorer.ts"
import { DetectionSinks } from "../sinks/DetectionSinks.ts"

/**
 * The way of a detection that the gates let pass: the loaded scorers that must be asked judge it, then it goes to the
 * outbox for the broker and to the sinks. A feed plugin takes no detections, so with one they go to the sinks alone.
 */
export class DetectionDelivery extends Context.Service<
  DetectionDelivery,
  {
    /** Sends a detection on its way, at once when there is no scorer to ask. Plain code that does not throw. */
    readonly offer: (item: OutboxItem) => void
    /** Detections that wait for judgements. */
    readonly size: () => number
    /** Asks no scorer any more, and sends on what waits for one: a service that stops has no time. */
    readonly hurry: () => void
    /** How each scorer that is asked fares, in the order in which they were loaded. */
    readonly scorers: () => ReadonlyArray<ScorerReport>
  }
>()("@mjolnir/runtime/delivery/DetectionDelivery") {
  /** Opens the scorers in the background and closes them at the end. */
  static readonly layer = (
    scorers: ReadonlyArray<ConfiguredConsultingScorer>
  ): Layer.Layer<DetectionDelivery, never, DetectionSinks | Metrics | Outbox> =>
    Layer.effect(DetectionDelivery, make(scorers))
}

const make = Effect.fnUntraced(function* (scorers: ReadonlyArray<ConfiguredConsultingScorer>) {
  const metrics = yield* Metrics
  const deliver = yield* makeDeliver
  const running = scorers.map((scorer) => new RunningScorer(scorer, metrics))
  const queue = new ConsultationQueue({
    deliver,
    fork: yield* FiberSet.makeRuntime<never, void, never>(),
    consult: (detection) => consult(running, detection),
    onHurried: (reason) => {
      for (const scorer of running) scorer.countMissing(reason)
    }
  })
  metrics.read("consultations_waiting", () => queue.size)
  yield* Effect.forkScoped(Effect.forEach(running, (scorer) => scorer.run, { concurrency: "unbounded", discard: true }))
  return DetectionDelivery.of({
    offer: running.length === 0 ? deliver : (item) => queue.offer(item),
    size: () => queue.size,
    hurry: () => queue.hurry(),
    scorers: () => running.map(({ report }) => report)
  })
})

/** What does the last step: to the broker and the sinks. */
const makeDeliver = Effect.gen(function* () {
  const metrics = yield* Metrics
  const outbox = yield* Outbox
  const sinks = yield* DetectionSinks
  const feed = yield* ChosenFeed
  if (feed === undefined) {
    return (item: OutboxItem) => {
      outbox.offer(item)
      sinks.offer(deliveryOf(item))
    }
  }
  if (sinks.reports().length > 0) return (item: OutboxItem) => sinks.offer(deliveryOf(item))
  yield* Effect.logWarning(
    `Detections go nowhere: the feed ${feed.feed.id} takes none, and no sink is loaded. Load a plugin with a sink`
  )
  return () => metrics.count("detections_dropped_total", { reason: "no_destination" })
})

const deliveryOf = ({ candle, detection }: OutboxItem) => ({ detection, candle })

/** The detection with the scores of all who gave one. */
const consult = (scorers: ReadonlyArray<RunningScorer>, detection: Detection): Effect.Effect<Detection> =>
  Effect.map(
    Effect.forEach(scorers, (scorer) => scorer.ask(detection), { concurrency: "unbounded" }),
    (answers) => withScores(detection, answers)
  )

/** Those that it has from the scorers of the fold stay in front. */
const withScores = (detection: Detection, answers: ReadonlyArray<Score | undefined>): Detection => {
  const scores = answers.filter((score) => score !== undefined)
  return scores.length === 0 ? detection : { ...detection, scores: [...(detection.scores ?? []), ...scores] }
}

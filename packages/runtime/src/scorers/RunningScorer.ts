import { type ConfiguredConsultingScorer, type Detection, type Judgement, type OpenPart, Score } from "@mjolnir/core"
import type { Metrics } from "@mjolnir/core/services"
import { Clock, Duration, Effect, Schema } from "effect"

import { openForGood } from "../parts/openForGood.ts"
import { PartHealth, type PartState } from "../parts/PartHealth.ts"
import { PartProblem } from "../parts/PartProblem.ts"
import { type StartedCall, startCall } from "../parts/startCall.ts"
import { ConsultationBreaker } from "./ConsultationBreaker.ts"

/** How a scorer that is asked fares. */
export interface ScorerReport {
  /** `name@version`. */
  readonly id: string
  readonly state: PartState
  /** Scores that it has given. */
  readonly scores: number
  /** What went wrong last, also when it works again since. */
  readonly lastError: string | undefined
}

/**
 * Why a detection goes without a score: the scorer is not up yet, failed, took longer than its budget, said something
 * invalid, was not asked after failures in a row, or the detection could not wait.
 */
export type NoScoreReason = "opening" | "failed" | "late" | "invalid" | "skipped" | "overload" | "shutdown"

const noScoreReasons: ReadonlyArray<NoScoreReason> = [
  "opening",
  "failed",
  "late",
  "invalid",
  "skipped",
  "overload",
  "shutdown"
]

/** How long a detection waits for one scorer. */
const consultationBudget = Duration.millis(500)
/** Calls of one scorer that may go on though they were told to stop. */
const mostUnanswered = 16

/** One loaded scorer that is asked. Whatever it does costs at most its budget and its own score. */
export class RunningScorer {
  readonly #scorer: ConfiguredConsultingScorer
  readonly #metrics: Metrics["Service"]
  readonly #health: PartHealth
  readonly #breaker = new ConsultationBreaker()
  #part: OpenPart<Detection, Judgement> | undefined
  #unanswered = 0
  #scores = 0

  constructor(scorer: ConfiguredConsultingScorer, metrics: Metrics["Service"]) {
    this.#scorer = scorer
    this.#metrics = metrics
    this.#health = new PartHealth(`The scorer ${scorer.id}`)
    for (const reason of noScoreReasons) metrics.count("scorer_failures_total", { scorer: scorer.id, reason }, 0)
    metrics.count("part_faults_total", { kind: "scorer", part: scorer.id }, 0)
  }

  get report(): ScorerReport {
    const { lastError, state } = this.#health
    return { id: this.#scorer.id, state, scores: this.#scores, lastError }
  }

  /** Opens the scorer; closes it when interrupted. */
  readonly run: Effect.Effect<never> = Effect.suspend(() => openForGood(this.#scorer, this.#health)).pipe(
    Effect.flatMap((part) => {
      this.#part = part
      return Effect.never
    }),
    Effect.scoped
  )

  /** Its score of a detection, or undefined when it has none to give in time. */
  ask(detection: Detection): Effect.Effect<Score | undefined> {
    return Effect.flatMap(nowMillis, (now) => {
      const part = this.#part
      if (part === undefined || !this.#breaker.admits(now)) {
        this.countMissing(part === undefined ? "opening" : "skipped")
        return Effect.undefined
      }
      return Effect.matchEffect(this.#consult(part, detection), {
        onFailure: (problem) => this.#failed(problem),
        onSuccess: (score) => {
          this.#breaker.succeeded()
          this.#scores++
          return Effect.as(this.#health.worked, score)
        }
      }).pipe(Effect.onInterrupt(() => Effect.sync(() => this.#breaker.abandoned())))
    })
  }

  countMissing(reason: NoScoreReason): void {
    this.#metrics.count("scorer_failures_total", { scorer: this.#scorer.id, reason })
  }

  #consult(
    part: OpenPart<Detection, Judgement>,
    detection: Detection
  ): Effect.Effect<Score, PartProblem | NoJudgement> {
    if (this.#unanswered >= mostUnanswered) return Effect.fail(tooManyUnanswered)
    return Effect.acquireUseRelease(
      startCall(part, detection),
      ({ ended }) => Effect.timeoutOrElse(ended, { duration: consultationBudget, orElse: () => Effect.fail(tooLate) }),
      (call) => this.#stop(call)
    ).pipe(
      Effect.flatMap((judgement) => scoreOf(this.#scorer.id, judgement)),
      Effect.catchDefect((cause) => Effect.fail(PartProblem.of(cause)))
    )
  }

  /** Tells a call that goes on to stop, and counts it until it has. */
  #stop({ ended, hasEnded, stop }: StartedCall<Judgement>): Effect.Effect<void> {
    if (hasEnded()) return Effect.void
    this.#unanswered++
    const ending = Effect.exit(ended).pipe(Effect.andThen(Effect.sync(() => void this.#unanswered--)))
    return Effect.andThen(stop, Effect.forkDetach(ending))
  }

  #failed(problem: PartProblem | NoJudgement): Effect.Effect<undefined> {
    this.countMissing(problem.reason)
    this.#metrics.count("part_faults_total", { kind: "scorer", part: this.#scorer.id })
    return Effect.flatMap(nowMillis, (now) => {
      this.#breaker.failed(now)
      return Effect.as(this.#health.failed(problem.message), undefined)
    })
  }
}

/** A scorer's answer is no judgement. */
class NoJudgement extends Schema.TaggedError<NoJudgement>()("NoJudgement", { reason: Schema.tag("invalid") }) {
  override get message() {
    return "its judgement is not a probability from 0 to 1 and the name of a model"
  }
}

const tooLate = new PartProblem({
  reason: "late",
  problem: `a judgement took longer than ${Duration.format(consultationBudget)}`
})

const tooManyUnanswered = new PartProblem({
  reason: "late",
  problem: `${mostUnanswered} of its calls go on though they were told to stop`
})

/** That of a machine that is set back or forward is no time to measure by. */
const nowMillis = Effect.map(Clock.monotonicTimeNanos, (nanos) => Number(nanos / 1_000_000n))

const decodeScore = Schema.decodeUnknownOption(Score)

const scoreOf = (scorer: string, judgement: unknown): Effect.Effect<Score, NoJudgement> =>
  Effect.suspend(() => {
    const { model, probability }: Partial<Record<keyof Judgement, unknown>> = Object(judgement)
    return Effect.mapError(
      Effect.fromOption(decodeScore({ scorer, model, probability })),
      () => new NoJudgement({ reason: "invalid" })
    )
  })

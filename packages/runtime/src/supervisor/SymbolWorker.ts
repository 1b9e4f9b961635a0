import type { Candle, StockSymbol } from "@mjolnir/core"
import { type DetectorFault, type PipelinePlan, SymbolPipeline } from "@mjolnir/core/pipeline"
import { type Metrics, type Outbox } from "@mjolnir/core/services"
import { Effect, Queue, Schedule, Schema } from "effect"

/** A closed candle on its way to the detectors. */
interface ClosedCandle {
  readonly candle: Candle
  /** When it closed, in milliseconds of `performance.now()`. */
  readonly closedAt: number
}

/** The pipeline of a symbol met something that no guard expected. */
export class SymbolCrashed extends Schema.TaggedError<SymbolCrashed>()("SymbolCrashed", {
  symbol: Schema.String,
  cause: Schema.Defect()
}) {}

/**
 * Owns the pipeline of one symbol. `run` is the symbol's fibre: it takes closed candles from its own bounded queue, and
 * starts again with the state it had when it crashes; the candle that crashed it is counted and left out.
 */
export class SymbolWorker {
  readonly symbol: StockSymbol
  readonly #pipeline: SymbolPipeline
  readonly #metrics: Metrics["Service"]
  readonly #outbox: Outbox["Service"]
  readonly #queue: Queue.Queue<ClosedCandle>
  #batch: Array<ClosedCandle> = []

  private constructor(
    symbol: StockSymbol,
    plan: PipelinePlan,
    queue: Queue.Queue<ClosedCandle>,
    metrics: Metrics["Service"],
    outbox: Outbox["Service"]
  ) {
    this.symbol = symbol
    this.#pipeline = new SymbolPipeline(symbol, plan)
    this.#queue = queue
    this.#metrics = metrics
    this.#outbox = outbox
  }

  static readonly make = (
    symbol: StockSymbol,
    plan: PipelinePlan,
    metrics: Metrics["Service"],
    outbox: Outbox["Service"]
  ): Effect.Effect<SymbolWorker> =>
    Effect.map(
      Queue.dropping<ClosedCandle>(queueCapacity),
      (queue) => new SymbolWorker(symbol, plan, queue, metrics, outbox)
    )

  /** Hands a closed candle to the fibre. Plain code, called inside the socket's callback. */
  offer(candle: Candle): void {
    const isTaken = Queue.offerUnsafe(this.#queue, { candle, closedAt: performance.now() })
    if (!isTaken) this.#metrics.count("candles_dropped_total", { reason: "queue_full" })
  }

  /** Candles that have not been through the pipeline yet. */
  get backlog(): number {
    return this.#batch.length + Queue.sizeUnsafe(this.#queue)
  }

  /** Takes candles for ever. */
  readonly run: Effect.Effect<never> = Effect.suspend(() => this.#work).pipe(
    Effect.catchDefect((cause) => new SymbolCrashed({ symbol: this.symbol, cause })),
    Effect.tapError((crash) => {
      this.#metrics.count("symbol_restarts_total")
      this.#metrics.count("candles_dropped_total", { reason: "crash" })
      return Effect.logError(`The pipeline of ${crash.symbol} crashed and starts again`, crash.cause)
    }),
    Effect.retry(restartDelay),
    Effect.orDie
  )

  readonly #work = Effect.forever(
    Effect.gen({ self: this }, function* () {
      if (this.#batch.length === 0) this.#batch = yield* Queue.takeAll(this.#queue)
      const faults = this.#workThroughBatch()
      for (const fault of faults) yield* logFault(fault)
    })
  )

  /** Stops early when a detector failed, so that the fault can be logged. */
  #workThroughBatch(): ReadonlyArray<DetectorFault> {
    for (let next = this.#batch.shift(); next !== undefined; next = this.#batch.shift()) {
      const { decisions, faults } = this.#pipeline.onCandle(next.candle)
      for (const decision of decisions) {
        if (decision._tag === "Suppress")
          this.#metrics.count("detections_suppressed_total", { reason: decision.reason })
        else {
          const { detection, candle } = decision
          this.#metrics.count("patterns_detected_total", { pattern: detection.pattern })
          this.#outbox.offer({ detection, candle, closedAt: next.closedAt })
        }
      }
      for (const fault of faults) this.#metrics.count("detector_faults_total", { detector: fault.detector })
      if (faults.length > 0) return faults
    }
    return []
  }
}

/** Candles that may wait for one symbol: an hour of minutes. */
const queueCapacity = 60

const restartDelay = Schedule.min([Schedule.exponential("100 millis"), Schedule.spaced("30 seconds")]).pipe(
  Schedule.jittered
)

const logFault = ({ symbol, detector, problem, quarantined }: DetectorFault) =>
  Effect.logError(
    quarantined
      ? `Detector ${detector} is switched off for ${symbol}: it ${problem}`
      : `Detector ${detector} failed on ${symbol}: it ${problem}`
  )

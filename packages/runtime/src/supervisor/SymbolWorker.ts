import type { Candle, StockSymbol } from "@mjolnir/core"
import { type DetectorFault, type PipelinePlan, SymbolPipeline } from "@mjolnir/core/pipeline"
import { type Metrics, type Outbox } from "@mjolnir/core/services"
import { Duration, Effect, Random } from "effect"

/** A closed candle on its way to the detectors. */
interface ClosedCandle {
  readonly candle: Candle
  /** When it closed, in milliseconds of `performance.now()`. */
  readonly closedAt: number
}

/**
 * Owns the pipeline of one symbol. `run` is the symbol's fibre: it sleeps until a candle closes, works off what waits in
 * its own bounded queue, and starts again with the state it had when it crashes. The candle that crashed it stays in the
 * window, but what it would have led to is lost, which is counted.
 */
export class SymbolWorker {
  readonly symbol: StockSymbol
  /** Detectors that are switched off for the symbol, `name@version`. */
  readonly quarantined = new Set<string>()
  readonly #pipeline: SymbolPipeline
  readonly #metrics: Metrics["Service"]
  readonly #outbox: Outbox["Service"]
  readonly #queue: Array<ClosedCandle> = []
  #crashesInARow = 0
  #wake: ((nothing: Effect.Effect<void>) => void) | undefined

  constructor(symbol: StockSymbol, plan: PipelinePlan, metrics: Metrics["Service"], outbox: Outbox["Service"]) {
    this.symbol = symbol
    this.#pipeline = new SymbolPipeline(symbol, plan)
    this.#metrics = metrics
    this.#outbox = outbox
  }

  /**
   * Hands a closed candle to the fibre and wakes it, without going through Effect's queue and scheduler, which would cost
   * more than the detectors. Plain code, called inside the socket's callback: that the fibre's work is done there slows
   * down a sender who is too fast.
   */
  offer(candle: Candle): void {
    if (this.#queue.length >= queueCapacity) {
      this.#metrics.count("candles_dropped_total", { reason: "queue_full" })
      return
    }
    this.#queue.push({ candle, closedAt: performance.now() })
    const wake = this.#wake
    this.#wake = undefined
    wake?.(Effect.void)
  }

  /** Candles that have not been through the pipeline yet. */
  get backlog(): number {
    return this.#queue.length
  }

  /** Takes candles for ever. */
  readonly run: Effect.Effect<never> = Effect.suspend(() => this.#work).pipe(
    Effect.catchDefect((cause) => this.#recover(cause)),
    Effect.forever
  )

  /** Waits the longer the more candles in a row crashed the pipeline. */
  #recover(cause: unknown): Effect.Effect<void> {
    this.#metrics.count("symbol_restarts_total")
    this.#metrics.count("candles_dropped_total", { reason: "crash" })
    const delay = Math.min(longestRestartDelay, firstRestartDelay * 2 ** this.#crashesInARow++)
    return Effect.logError(`The pipeline of ${this.symbol} crashed and starts again`, cause).pipe(
      Effect.andThen(Random.next),
      Effect.flatMap((chance) => Effect.sleep(Duration.millis(delay * (0.75 + chance / 2))))
    )
  }

  readonly #candlesWait = Effect.callback<void>((resume) => {
    if (this.#queue.length > 0) resume(Effect.void)
    else this.#wake = resume
    return Effect.sync(() => {
      this.#wake = undefined
    })
  })

  /** Without a yield between candles: in a burst the next ones must find the fibre waiting. */
  readonly #work = Effect.forever(
    Effect.andThen(
      this.#candlesWait,
      Effect.suspend(() => {
        const faults = this.#workThroughQueue()
        return faults.length === 0 ? Effect.void : Effect.forEach(faults, logFault, { discard: true })
      })
    ),
    { disableYield: true }
  )

  /** Stops early when a detector failed, so that the fault can be logged. */
  #workThroughQueue(): ReadonlyArray<DetectorFault> {
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
      const { decisions, faults } = this.#pipeline.onCandle(next.candle)
      this.#crashesInARow = 0
      for (const decision of decisions) {
        if (decision._tag === "Suppress")
          this.#metrics.count("detections_suppressed_total", { reason: decision.reason })
        else {
          const { detection, candle } = decision
          this.#metrics.count("patterns_detected_total", { pattern: detection.pattern })
          this.#outbox.offer({ detection, candle, closedAt: next.closedAt })
        }
      }
      for (const { detector, quarantined } of faults) {
        this.#metrics.count("detector_faults_total", { detector })
        if (quarantined) this.quarantined.add(detector)
      }
      if (faults.length > 0) return faults
    }
    return []
  }
}

/** Candles that may wait for one symbol: an hour of minutes. */
const queueCapacity = 60

const firstRestartDelay = 100
const longestRestartDelay = 30_000

const logFault = ({ symbol, detector, problem, quarantined }: DetectorFault) =>
  Effect.logError(
    quarantined
      ? `Detector ${detector} is switched off for ${symbol}: it ${problem}`
      : `Detector ${detector} failed on ${symbol}: it ${problem}`
  )

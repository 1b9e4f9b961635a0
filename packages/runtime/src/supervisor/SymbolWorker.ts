import type { Candle, FormingCandle, StockSymbol } from "@mjolnir/core"
import { type PipelinePlan, SymbolPipeline } from "@mjolnir/core/pipeline"
import type { Metrics } from "@mjolnir/core/services"
import { Duration, Effect, Random } from "effect"

import type { StepDelivery } from "./StepDelivery.ts"

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
  readonly #pipeline: SymbolPipeline
  readonly #metrics: Metrics["Service"]
  readonly #delivery: StepDelivery
  readonly #queue: Array<ClosedCandle> = []
  /** Time up to which higher candles are to be closed, and are. */
  #closeUpTo = Number.NEGATIVE_INFINITY
  #closedUpTo = Number.NEGATIVE_INFINITY
  #forming: FormingCandle | undefined
  #crashesInARow = 0
  #wake: ((nothing: Effect.Effect<void>) => void) | undefined

  constructor(symbol: StockSymbol, plan: PipelinePlan, metrics: Metrics["Service"], delivery: StepDelivery) {
    this.symbol = symbol
    this.#pipeline = new SymbolPipeline(symbol, plan)
    this.#metrics = metrics
    this.#delivery = delivery
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
    if (this.#forming !== undefined && this.#forming.time <= candle.time) this.#forming = undefined
    this.#wakeUp()
  }

  /** Lets the candles of higher intervals close that ended by `time`, once all that have been offered are worked off. */
  closeUpTo(time: number): void {
    this.#closeUpTo = time
    this.#wakeUp()
  }

  /** True when somebody looks at the forming candle. */
  get wantsForming(): boolean {
    return this.#pipeline.wantsForming
  }

  /** Hands the forming candle to the fibre; one that it has not looked at gives way. */
  offerForming(forming: FormingCandle): void {
    this.#forming = forming
    this.#wakeUp()
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

  #wakeUp(): void {
    const wake = this.#wake
    this.#wake = undefined
    wake?.(Effect.void)
  }

  readonly #workWaits = Effect.callback<void>((resume) => {
    if (this.#queue.length > 0 || this.#forming !== undefined || this.#closeUpTo > this.#closedUpTo) resume(Effect.void)
    else this.#wake = resume
    return Effect.sync(() => {
      this.#wake = undefined
    })
  })

  /** Without a yield between candles: in a burst the next ones must find the fibre waiting. */
  readonly #work = Effect.forever(
    Effect.andThen(
      this.#workWaits,
      Effect.sync(() => this.#workOff())
    ),
    { disableYield: true }
  )

  #workOff(): void {
    for (let next = this.#queue.shift(); next !== undefined; next = this.#queue.shift()) {
      this.#delivery.take(this.#pipeline.onCandle(next.candle), next.closedAt)
      this.#crashesInARow = 0
    }
    if (this.#closeUpTo > this.#closedUpTo) {
      this.#closedUpTo = this.#closeUpTo
      this.#delivery.take(this.#pipeline.closeUpTo(this.#closedUpTo), performance.now())
    }
    const forming = this.#forming
    this.#forming = undefined
    if (forming !== undefined) this.#delivery.take(this.#pipeline.onForming(forming), performance.now())
  }
}

/** Candles that may wait for one symbol: an hour of minutes. */
const queueCapacity = 60

const firstRestartDelay = 100
const longestRestartDelay = 30_000

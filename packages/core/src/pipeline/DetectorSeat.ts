import type { CandleWindow } from "../candles/CandleWindow.ts"
import type { FormingCandle } from "../domain/FormingCandle.ts"
import type { Session } from "../domain/Session.ts"
import type { StockSymbol } from "../domain/StockSymbol.ts"
import type { HostContext, RawMatch, RunningDetector } from "../plugin/ConfiguredDetector.ts"
import type { CalledOn, WindowOf } from "../plugin/DetectorDefinition.ts"
import { type BreakerSettings, CircuitBreaker } from "./CircuitBreaker.ts"
import type { DetectorRecord } from "./DetectorRecord.ts"
import { findFault } from "./findFault.ts"
import { startDetector } from "./guardedStart.ts"
import type { PlannedDetector } from "./LanePlan.ts"
import { thrown } from "./thrown.ts"
import type { MatchOrigin } from "./toDetection.ts"

/**
 * A detector at its place in the pipeline of one symbol and interval: what it remembers, what it is shown beside the
 * window, and whether it may be called. Every call of plugin code is guarded here.
 */
export class DetectorSeat<On extends CalledOn> {
  readonly planned: PlannedDetector<On>
  readonly running: RunningDetector<On>
  readonly context: HostContext
  readonly origin: MatchOrigin
  readonly record: DetectorRecord
  /** Candles that its window shows. */
  readonly shown: number
  /** True once there have been as many candles as it cannot do without. */
  isWarm = false
  /** True while it depends on the candle, or on how many there have been, whether the detector is called. */
  isConditional = true
  /** Start of the forming candle of which `told` tells. */
  formingTime = Number.NaN
  /** Ids of the provisional detections of the forming candle, each of which is made once. */
  readonly told: Set<string> | undefined
  readonly #minimumVolume: number
  readonly #breakerSettings: BreakerSettings
  /** The session that was asked about last, and the answer. */
  #session: Session | undefined
  #isInSession = true
  #breaker: CircuitBreaker | undefined

  constructor(planned: PlannedDetector<On>, context: HostContext, breaker: BreakerSettings) {
    const { detector } = planned
    this.planned = planned
    this.running = startDetector(detector.start)
    this.record = planned.record
    this.shown = planned.shown
    this.context = context
    this.origin = {
      symbol: context.symbol,
      interval: context.interval,
      detector: detector.id,
      canonicalParams: detector.canonicalParams
    }
    this.told = detector.on === "tick" ? new Set() : undefined
    this.#minimumVolume = planned.minimumVolume
    this.#breakerSettings = breaker
  }

  /** Says that there have been as many candles as the detector cannot do without. */
  warmedUp(): void {
    this.isWarm = true
    this.isConditional = this.planned.minimumVolume > 0 || this.planned.sessions !== undefined
  }

  /** Whether the filters let a candle of these shares in this session pass. */
  passes(volume: number, session: Session): boolean {
    if (session !== this.#session) {
      this.#session = session
      this.#isInSession = this.planned.sessions?.has(session) ?? true
    }
    return this.#isInSession && volume >= this.#minimumVolume
  }

  /** True when calls have failed of late, here or wherever the detector was called last. */
  get isTroubled(): boolean {
    return this.#breaker !== undefined || this.record.faultsInARow > 0
  }

  /** False while a breaker is open, here or for all symbols. */
  isAllowed(now: number): boolean {
    return (this.#breaker === undefined || this.#breaker.allows(now)) && this.record.breaker.allows(now)
  }

  /** What the detector finds, or in words what was wrong with the call. */
  detect(window: WindowOf<On>, candles: CandleWindow): ReadonlyArray<RawMatch<On>> | string {
    this.record.calls++
    try {
      const matches = this.running.detect(window, this.context)
      // Nearly always nothing was found, and by the one constant for that.
      if (Array.isArray(matches) && matches.length === 0) return matches
      return findFault(matches, candles, this.planned.detector.emits) ?? matches
    } catch (cause) {
      return thrown(cause)
    }
  }

  /** To be told of a call that went well after trouble. */
  succeeded(): void {
    const { record } = this
    if (this.#breaker !== undefined) {
      this.#breaker = undefined
      record.suspended.delete(this.context.symbol)
    }
    record.succeeded()
  }

  /** Told of every call that went wrong; true when the detector is not called for a while now. */
  failed(problem: string, now: number): boolean {
    const { record } = this
    this.#breaker ??= new CircuitBreaker(this.#breakerSettings)
    this.#breaker.failed(now)
    record.failed({ symbol: this.context.symbol, problem, time: now })
    if (this.#breaker.state !== "open") return record.breaker.state === "open"
    record.suspended.add(this.context.symbol)
    // What it remembers may be what makes it fail.
    this.running.reset()
    return true
  }

  /** True when the provisional detection has been made of this forming candle before. */
  wasTold(id: string, { time }: FormingCandle): boolean {
    if (this.told === undefined) return false
    if (this.formingTime !== time) {
      this.formingTime = time
      this.told.clear()
    }
    if (this.told.has(id)) return true
    this.told.add(id)
    return false
  }

  get symbol(): StockSymbol {
    return this.context.symbol
  }
}

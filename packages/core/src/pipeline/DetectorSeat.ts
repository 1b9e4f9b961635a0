import type { CandleWindow } from "../candles/CandleWindow.ts"
import type { FormingCandle } from "../domain/FormingCandle.ts"
import type { Session } from "../domain/Session.ts"
import type { StockSymbol } from "../domain/StockSymbol.ts"
import type { HostContext, RawMatch, RunningDetector } from "../plugin/ConfiguredDetector.ts"
import { noMatch } from "../plugin/defineDetector.ts"
import type { CalledOn, WindowOf } from "../plugin/DetectorDefinition.ts"
import { type BreakerSettings, CircuitBreaker } from "./CircuitBreaker.ts"
import { idSeed } from "./detectionId.ts"
import type { DetectorRecord } from "./DetectorRecord.ts"
import { startDetector } from "./guardedStart.ts"
import type { PlannedDetector } from "./LanePlan.ts"
import { takeMatches } from "./takeMatches.ts"
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
  /** True once it is warm, when nothing but its window must be shown to it. */
  isPlain = false
  /** True when the candle itself decides whether the detector is called. */
  readonly isFiltered: boolean
  readonly #minimumVolume: number
  readonly #breakerSettings: BreakerSettings
  /** The session that was asked about last, and the answer. */
  #session: Session | undefined
  #isInSession = true
  #breaker: CircuitBreaker | undefined
  /** Start of the forming candle of which `told` tells. */
  #formingTime = Number.NaN
  /** What became of the provisional detections of the forming candle, by id: each is published once, or held back. */
  readonly #told: Map<string, Telling> | undefined

  constructor(planned: PlannedDetector<On>, context: HostContext, breaker: BreakerSettings) {
    const { detector } = planned
    this.planned = planned
    this.running = startDetector(detector.start)
    this.record = planned.record
    this.shown = planned.shown
    this.isFiltered = planned.minimumVolume > 0 || planned.sessions !== undefined
    this.context = context
    // One before it, of a pipeline that is gone, may have been suspended.
    planned.record.resume(context.symbol, context.interval)
    const source = {
      symbol: context.symbol,
      interval: context.interval,
      detector: detector.id,
      canonicalParams: detector.canonicalParams
    }
    this.origin = { ...source, seed: idSeed(source) }
    this.#told = detector.on === "tick" ? new Map() : undefined
    this.#minimumVolume = planned.minimumVolume
    this.#breakerSettings = breaker
  }

  /** Says that there have been as many candles as the detector cannot do without. */
  warmedUp(): void {
    this.isWarm = true
    this.isPlain = this.planned.higher.length === 0
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
      // Nearly always nothing was found, which shall cost nothing.
      if (Array.isArray(matches) && matches.length === 0) return noMatch
      const { emits, on } = this.planned.detector
      return takeMatches(matches, on, candles, emits)
    } catch (cause) {
      return thrown(cause)
    }
  }

  /** To be told of a call that went well after trouble. */
  succeeded(): void {
    const { record } = this
    if (this.#breaker !== undefined) {
      this.#breaker = undefined
      record.resume(this.context.symbol, this.context.interval)
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
    record.suspend(this.context.symbol, this.context.interval)
    this.#reset()
    return true
  }

  /** What became of the provisional detection when it was made of this forming candle before. */
  toldOf(id: string, { time }: FormingCandle): Telling | "flood" | undefined {
    if (this.#formingTime !== time) {
      this.#formingTime = time
      this.#told?.clear()
    }
    return this.#told?.get(id) ?? (this.#told?.size === mostProvisional ? "flood" : undefined)
  }

  /** To be told what became of it. */
  tell(id: string, telling: Telling): void {
    this.#told?.set(id, telling)
  }

  /** What it remembers may be what makes it fail. When no other state can be made it keeps the one it has. */
  #reset(): void {
    try {
      this.running.reset()
    } catch {
      // The next call shows whether it goes on with it.
    }
  }

  get symbol(): StockSymbol {
    return this.context.symbol
  }
}

/** What became of a detection. */
type Telling = "published" | "held_back"

/** More detections of one forming candle are a flood. */
export const mostProvisional = 256

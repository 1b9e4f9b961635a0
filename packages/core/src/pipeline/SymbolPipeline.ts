import { CandleRing } from "../candles/CandleRing.ts"
import type { CandleWindow } from "../candles/CandleWindow.ts"
import type { Candle } from "../domain/Candle.ts"
import type { Decision } from "../domain/Decision.ts"
import type { Detection } from "../domain/Detection.ts"
import type { Match } from "../domain/Match.ts"
import type { StockSymbol } from "../domain/StockSymbol.ts"
import { type ConfiguredDetector, noMatch } from "../plugin/defineDetector.ts"
import type { Gate } from "./Gate.ts"
import type { PipelinePlan } from "./PipelinePlan.ts"
import { findFault, toDetection, triggerCandle } from "./toDetection.ts"

/** What one candle led to. */
export interface PipelineStep {
  readonly decisions: ReadonlyArray<Decision>
  readonly faults: ReadonlyArray<DetectorFault>
}

/** A detector that threw or returned something invalid. */
export interface DetectorFault {
  readonly symbol: StockSymbol
  /** `name@version`. */
  readonly detector: string
  readonly problem: string
  /** True when the detector is not called any more for this symbol. */
  readonly quarantined: boolean
}

/**
 * The fold of one symbol: closed candles in, decisions out. No clock, no I/O, no randomness: the same candles give the
 * same decisions, live, replayed or in a batch. A detector that fails costs its own matches only.
 *
 * @example
 * const pipeline = new SymbolPipeline(symbol, plan)
 * for (const candle of candles) for (const decision of pipeline.onCandle(candle).decisions) deliver(decision)
 */
export class SymbolPipeline {
  readonly symbol: StockSymbol
  readonly #plan: PipelinePlan
  readonly #window: CandleRing
  readonly #gates: ReadonlyArray<Gate>
  readonly #failuresInARow: Int32Array

  constructor(symbol: StockSymbol, plan: PipelinePlan) {
    this.symbol = symbol
    this.#plan = plan
    this.#window = new CandleRing(plan.lookback)
    this.#gates = plan.gates.map((makeGate) => makeGate())
    this.#failuresInARow = new Int32Array(plan.detectors.length)
  }

  /** Takes the next closed candle. Candles must come in order of time. */
  onCandle(candle: Candle): PipelineStep {
    this.#window.push(candle)
    let step: Mutable<PipelineStep> | undefined
    const { detectors } = this.#plan
    for (let index = 0; index < detectors.length; index++) {
      const detector = detectors[index]
      if (detector === undefined || this.#window.held < detector.warmUp || this.#isQuarantined(index)) continue
      this.#window.show(detector.history)
      const matches = this.#detect(detector, index)
      if (typeof matches === "string") {
        step ??= { decisions: [], faults: [] }
        step.faults.push({
          symbol: this.symbol,
          detector: detector.id,
          problem: matches,
          quarantined: this.#isQuarantined(index)
        })
      } else if (matches.length > 0) {
        step ??= { decisions: [], faults: [] }
        for (const match of matches) step.decisions.push(this.#decide(match, detector))
      }
    }
    return step ?? nothingHappened
  }

  #detect(detector: ConfiguredDetector, index: number): ReadonlyArray<Match> | string {
    const outcome = guarded(detector, this.#window)
    if (typeof outcome === "string") this.#failuresInARow[index] = (this.#failuresInARow[index] ?? 0) + 1
    else this.#failuresInARow[index] = 0
    return outcome
  }

  #isQuarantined(index: number): boolean {
    return (this.#failuresInARow[index] ?? 0) >= this.#plan.quarantineAfter
  }

  #decide(match: Match, detector: ConfiguredDetector): Decision {
    const detection = toDetection(match, this.#window, this.symbol, detector, this.#plan)
    const reason = this.#reasonToSuppress(detection)
    if (reason !== undefined) return { _tag: "Suppress", detection, reason }
    for (const gate of this.#gates) gate.passed?.(detection)
    return { _tag: "Publish", detection, candle: triggerCandle(this.#window, match) }
  }

  #reasonToSuppress(detection: Detection): string | undefined {
    for (const gate of this.#gates) {
      const reason = gate.check(detection)
      if (reason !== undefined) return reason
    }
    return undefined
  }
}

type Mutable<Step> = { [Key in keyof Step]: Step[Key] extends ReadonlyArray<infer Item> ? Array<Item> : Step[Key] }

const nothingHappened: PipelineStep = Object.freeze({ decisions: noMatch, faults: noMatch })

/** The matches of one call, or what was wrong with it. */
const guarded = (detector: ConfiguredDetector, window: CandleWindow): ReadonlyArray<Match> | string => {
  try {
    const matches = detector.detect(window)
    if (!Array.isArray(matches)) return "returned something that is not an array of matches"
    if (matches.length > mostMatches) return `returned ${matches.length} matches for one candle`
    for (let index = 0; index < matches.length; index++) {
      const match = matches[index]
      const fault = match === undefined ? "a match is undefined" : findFault(match, window, detector)
      if (fault !== undefined) return fault
    }
    return matches
  } catch (cause) {
    return problemOf(cause)
  }
}

/** More matches of one detector at one candle are a flood. */
const mostMatches = 100

/** What was thrown, in words; anything can be. */
const problemOf = (cause: unknown): string => {
  try {
    return cause instanceof Error ? `threw ${cause.name}: ${cause.message}` : `threw ${String(cause)}`
  } catch {
    return "threw something that cannot be printed"
  }
}

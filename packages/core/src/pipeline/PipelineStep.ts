import type { Decision } from "../domain/Decision.ts"
import type { EpochMillis } from "../domain/EpochMillis.ts"
import type { Interval } from "../domain/Interval.ts"
import type { NearMiss } from "../domain/RuleScore.ts"
import type { StockSymbol } from "../domain/StockSymbol.ts"

/** What one candle led to. */
export interface PipelineStep {
  readonly decisions: ReadonlyArray<Decision>
  readonly faults: ReadonlyArray<PartFault>
  /** Patterns that were nearly there; empty unless the plan asks for them. */
  readonly nearMisses: ReadonlyArray<DatedNearMiss>
}

/** A part that threw, took too long or returned something invalid. */
export interface PartFault {
  readonly kind: "detector" | "feature" | "gate" | "scorer"
  /** `name@version`. */
  readonly part: string
  readonly symbol: StockSymbol
  readonly problem: string
  /** True when a breaker has opened, so that the part is not called for a while. */
  readonly suspended: boolean
}

/** A near miss, and the candle that nearly completed it. */
export interface DatedNearMiss {
  /** `name@version`. */
  readonly detector: string
  readonly interval: Interval
  readonly time: EpochMillis
  readonly nearMiss: NearMiss
}

/** The step that led to nothing. */
const nothingHappened: PipelineStep = Object.freeze({
  decisions: Object.freeze([]),
  faults: Object.freeze([]),
  nearMisses: Object.freeze([])
})

/** Gathers what happens at one candle; allocates nothing until something does. */
export class StepBuilder {
  #step: MutableStep | undefined

  decision(decision: Decision): void {
    this.#open().decisions.push(decision)
  }

  fault(fault: PartFault): void {
    this.#open().faults.push(fault)
  }

  nearMiss(nearMiss: DatedNearMiss): void {
    this.#open().nearMisses.push(nearMiss)
  }

  /** What was gathered; the next one begins empty. */
  take(): PipelineStep {
    const step = this.#step ?? nothingHappened
    this.#step = undefined
    return step
  }

  #open(): MutableStep {
    this.#step ??= { decisions: [], faults: [], nearMisses: [] }
    return this.#step
  }
}

interface MutableStep {
  readonly decisions: Array<Decision>
  readonly faults: Array<PartFault>
  readonly nearMisses: Array<DatedNearMiss>
}

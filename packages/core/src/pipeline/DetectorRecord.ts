import type { StockSymbol } from "../domain/StockSymbol.ts"
import { type BreakerSettings, CircuitBreaker } from "./CircuitBreaker.ts"

/** The last thing that went wrong with a detector. */
export interface LastFault {
  readonly symbol: StockSymbol
  readonly problem: string
  /** Close of the candle at which it happened, in epoch milliseconds. */
  readonly time: number
}

/**
 * What is known of one detector over all symbols of a plan: how often it was called, what came of it and what it cost.
 * Its breaker opens when the detector fails wherever it is called.
 */
export class DetectorRecord {
  /** `name@version`. */
  readonly id: string
  readonly breaker: CircuitBreaker
  calls = 0
  matches = 0
  faults = 0
  /** Over all symbols, since a call last went well. */
  faultsInARow = 0
  lastFault: LastFault | undefined
  /** Symbols whose own breaker is open. */
  readonly suspended = new Set<StockSymbol>()
  /** Calls that were timed, and what they took in milliseconds. */
  timedCalls = 0
  timedMillis = 0
  slowestMillis = 0
  /** Calls found to take longer than they may. */
  overBudget = 0

  constructor(id: string, breaker: BreakerSettings) {
    this.id = id
    this.breaker = new CircuitBreaker(breaker)
  }

  succeeded(): void {
    this.faultsInARow = 0
    this.breaker.succeeded()
  }

  failed(fault: LastFault): void {
    this.faults++
    this.faultsInARow++
    this.lastFault = fault
    this.breaker.failed(fault.time)
  }

  timed(millis: number): void {
    this.timedCalls++
    this.timedMillis += millis
    if (millis > this.slowestMillis) this.slowestMillis = millis
  }
}

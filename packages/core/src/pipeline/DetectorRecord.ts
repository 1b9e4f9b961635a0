import type { Interval } from "../domain/Interval.ts"
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
  /** Symbols whose own breaker is open, on one of their intervals at least. */
  readonly suspended = new Set<StockSymbol>()
  readonly #suspendedOn = new Map<StockSymbol, Set<Interval>>()
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

  /** Says that the breaker of the symbol and interval is open. */
  suspend(symbol: StockSymbol, interval: Interval): void {
    const intervals = this.#suspendedOn.get(symbol) ?? new Set()
    this.#suspendedOn.set(symbol, intervals.add(interval))
    this.suspended.add(symbol)
  }

  /** Says that it is not open, or not any more. */
  resume(symbol: StockSymbol, interval: Interval): void {
    const intervals = this.#suspendedOn.get(symbol)
    intervals?.delete(interval)
    if (intervals?.size === 0) {
      this.#suspendedOn.delete(symbol)
      this.suspended.delete(symbol)
    }
  }

  timed(millis: number): void {
    this.timedCalls++
    this.timedMillis += millis
    if (millis > this.slowestMillis) this.slowestMillis = millis
  }
}

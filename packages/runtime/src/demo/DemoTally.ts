import type { Detection } from "@mjolnir/core"

import type { Plant } from "./SimulatedStock.ts"

/** How often a pattern was planted and detected. */
export interface PatternTally {
  readonly pattern: string
  readonly detected: number
  /** Planted ones whose last candle has closed. */
  readonly planted: number
  /** Planted ones that were detected. */
  readonly found: number
}

/** Keeps account of what was planted and of what was detected. */
export class DemoTally {
  readonly #counts = new Map<string, { detected: number; found: number }>()
  /** Planted patterns that have not been detected, by what their detection will look like. */
  readonly #awaited = new Map<string, Plant>()

  planted(plant: Plant): void {
    this.#awaited.set(keyOf(plant), plant)
  }

  /** Counts a detection; true when it is of a planted pattern. */
  detected(detection: Detection): boolean {
    const { pattern } = detection
    const counts = this.#counts.get(pattern) ?? { detected: 0, found: 0 }
    const isPlanted = this.#awaited.delete(keyOf(detection))
    counts.detected++
    if (isPlanted) counts.found++
    this.#counts.set(pattern, counts)
    return isPlanted
  }

  /** The account of each pattern, by name; planted patterns that were not complete at `marketTime` are left out. */
  patterns(marketTime: number): ReadonlyArray<PatternTally> {
    const missed = [...this.#awaited.values()].filter((plant) => plant.confirmedAt <= marketTime)
    const names = new Set([...this.#counts.keys(), ...missed.map(({ pattern }) => pattern)])
    return [...names].sort().map((pattern) => {
      const { detected, found } = this.#counts.get(pattern) ?? { detected: 0, found: 0 }
      const planted = found + missed.filter((plant) => plant.pattern === pattern).length
      return { pattern, detected, planted, found }
    })
  }

  /** Planted patterns whose last candle had not closed at `marketTime`. */
  forming(marketTime: number): number {
    return this.#awaited.values().reduce((sum, plant) => sum + (plant.confirmedAt > marketTime ? 1 : 0), 0)
  }
}

const keyOf = ({ symbol, pattern, confirmedAt }: Plant | Detection): string => `${symbol} ${pattern} ${confirmedAt}`

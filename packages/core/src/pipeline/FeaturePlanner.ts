import type { Interval } from "../domain/Interval.ts"
import { type Feature, type Features, readyAfterOf } from "../plugin/defineFeature.ts"

/** A feature and where what it is made from is. */
export interface PlannedFeature {
  readonly feature: Feature<object>
  /** Index of the lane whose candles it follows. */
  readonly lane: number
  readonly needs: FeaturePlaces
  /** Candles that it must take, once what it is made from is ready, before it may be read. */
  readonly readyAfter: number
}

/** Indexes among the features of a plan, by the names under which they are read. */
export type FeaturePlaces = ReadonlyArray<readonly [name: string, index: number]>

/** Gives each feature that somebody reads one place, however many read it; what a feature is made from comes before it. */
export class FeaturePlanner {
  readonly features: Array<PlannedFeature> = []
  readonly #intervals: ReadonlyArray<Interval>
  readonly #places = new Map<string, number>()

  constructor(intervals: ReadonlyArray<Interval>) {
    this.#intervals = intervals
  }

  /** The places of features that are read from a lane. */
  place(features: Features, lane: number): FeaturePlaces {
    return Object.entries(features).map(([name, feature]) => [name, this.#placeOf(feature, lane)] as const)
  }

  #placeOf(feature: Feature<object>, reader: number): number {
    const lane = feature.interval === undefined ? reader : this.#intervals.indexOf(feature.interval)
    const key = `${lane} ${feature.key} ${feature.code}`
    const known = this.#places.get(key)
    if (known !== undefined) return known
    const needs = this.place(feature.needs, lane)
    // A feature says how long it takes with what it is made from.
    const readyAfter = readyAfterOf(feature) - Math.max(0, ...Object.values(feature.needs).map(readyAfterOf))
    const index = this.features.push({ feature, lane, needs, readyAfter }) - 1
    this.#places.set(key, index)
    return index
  }
}

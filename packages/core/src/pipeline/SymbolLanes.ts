import { CandleRollup } from "../candles/CandleRollup.ts"
import type { Candle } from "../domain/Candle.ts"
import type { RunningFeature } from "../plugin/defineFeature.ts"
import type { FeaturePlaces, PlannedFeature } from "./FeaturePlanner.ts"
import { restorePart, startFeature } from "./guardedStart.ts"
import { Lane } from "./Lane.ts"
import type { PipelinePlan } from "./PipelinePlan.ts"
import type { LaneSnapshot } from "./PipelineSnapshot.ts"
import { thrown } from "./thrown.ts"

/** Who is told what happens on the lanes. */
export interface LaneListener {
  /** The newest candle of the lane has closed, and everything that closed with it is in place. */
  readonly onClosed: (lane: Lane) => void
  readonly onFeatureFault: (feature: PlannedFeature, problem: string) => void
}

/**
 * The lanes of one symbol and the features on them. Candles that close together are all in place, and the features have
 * taken them, before the lanes are told of, low to high.
 */
export class SymbolLanes {
  readonly base: Lane
  /** Low to high; the first is `base`. */
  readonly all: ReadonlyArray<Lane>
  readonly #higher: ReadonlyArray<Lane>
  readonly #planned: ReadonlyArray<PlannedFeature>
  readonly #features: ReadonlyArray<RunningFeature<object>>
  readonly #listener: LaneListener

  constructor({ calendar, features, lanes }: PipelinePlan, listener: LaneListener) {
    const [base, ...higher] = lanes
    this.base = new Lane(base)
    this.#higher = higher.map((plan) => new Lane(plan, new CandleRollup(plan.interval, base.intervalMillis, calendar)))
    this.all = [this.base, ...this.#higher]
    this.#planned = features
    this.#features = started(features)
    this.#listener = listener
  }

  /** What these features read, by name. */
  readings(places: FeaturePlaces): Readonly<Record<string, object>> {
    return readingsOf(places, this.#features)
  }

  push(candle: Candle): void {
    const { base } = this
    if (this.#higher.length > 0) this.closeUpTo(candle.time)
    base.push(candle, candle.time + base.plan.intervalMillis)
    if (this.#higher.length === 0 && this.#planned.length === 0) return this.#listener.onClosed(base)
    for (const { rollup } of this.#higher) rollup?.add(candle)
    this.#settle(base.closedAt)
  }

  /** Closes the higher candles that ended by `time`, those that ended together at once, the earliest first. */
  closeUpTo(time: number): void {
    for (;;) {
      let end = Number.POSITIVE_INFINITY
      for (const { rollup } of this.#higher) if (rollup !== undefined && rollup.end < end) end = rollup.end
      if (end > time) return
      this.#settle(end)
    }
  }

  snapshot(): { readonly lanes: ReadonlyArray<LaneSnapshot>; readonly features: Readonly<Record<string, unknown>> } {
    const features = this.#planned.map(
      (planned, index) => [this.#keyOf(planned), this.#features[index]?.snapshot()] as const
    )
    return {
      lanes: this.all.map((lane) => lane.snapshot()),
      features: Object.fromEntries(features.filter(([, state]) => state !== undefined))
    }
  }

  restore(lanes: ReadonlyArray<LaneSnapshot>, features: Readonly<Record<string, unknown>>): void {
    for (const lane of this.all) {
      const saved = lanes.find(({ interval }) => interval === lane.plan.interval)
      if (saved !== undefined) lane.restore(saved, () => this.#updateUnsaved(lane, features))
    }
    for (const [index, planned] of this.#planned.entries()) {
      const key = this.#keyOf(planned)
      const feature = this.#features[index]
      if (feature !== undefined && key in features) restorePart(feature, features[key])
    }
  }

  /** Everything that closes at `end`: all candles, then all features, then those who look at them. */
  #settle(end: number): void {
    for (const lane of this.#higher) {
      if (lane.rollup !== undefined && lane.rollup.end === end) lane.push(lane.rollup.close(), end)
    }
    for (let index = 0; index < this.#planned.length; index++) {
      const lane = this.all[this.#planned[index]?.lane ?? 0]
      if (lane !== undefined && lane.closedAt === end) this.#update(index, lane)
    }
    for (const lane of this.all) if (lane.closedAt === end) this.#listener.onClosed(lane)
  }

  #update(index: number, lane: Lane): void {
    const planned = this.#planned[index]
    if (planned === undefined) return
    lane.ring.show(planned.feature.history)
    try {
      this.#features[index]?.update(lane.ring.view)
    } catch (cause) {
      this.#listener.onFeatureFault(planned, thrown(cause))
    }
  }

  /** Features that do not survive a restart follow the candles that did. */
  #updateUnsaved(lane: Lane, saved: Readonly<Record<string, unknown>>): void {
    for (const [index, planned] of this.#planned.entries()) {
      if (this.all[planned.lane] === lane && !(this.#keyOf(planned) in saved)) this.#update(index, lane)
    }
  }

  #keyOf({ feature, lane }: PlannedFeature): string {
    return `${this.all[lane]?.plan.interval ?? ""} ${feature.key}`
  }
}

const started = (planned: ReadonlyArray<PlannedFeature>): ReadonlyArray<RunningFeature<object>> => {
  const running: Array<RunningFeature<object>> = []
  for (const { feature, needs } of planned) running.push(startFeature(feature, readingsOf(needs, running)))
  return running
}

const readingsOf = (
  places: FeaturePlaces,
  features: ReadonlyArray<RunningFeature<object>>
): Readonly<Record<string, object>> =>
  Object.fromEntries(places.map(([name, index]) => [name, features[index]?.reading ?? {}]))

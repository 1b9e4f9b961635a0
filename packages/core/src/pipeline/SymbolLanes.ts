import { CandleRollup } from "../candles/CandleRollup.ts"
import type { Candle } from "../domain/Candle.ts"
import type { RunningFeature } from "../plugin/defineFeature.ts"
import type { CalledOn } from "../plugin/DetectorDefinition.ts"
import { promiseFault } from "../plugin/promiseFault.ts"
import type { DetectorSeat } from "./DetectorSeat.ts"
import type { FeaturePlaces, PlannedFeature } from "./FeaturePlanner.ts"
import { restorePart, snapshotPart, startFeature } from "./guardedStart.ts"
import { Lane } from "./Lane.ts"
import type { PipelinePlan } from "./PipelinePlan.ts"
import type { FeatureSnapshot, PipelineSnapshot } from "./PipelineSnapshot.ts"
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
  /** Candles that each feature has taken since what it is made from was warm. */
  readonly #taken: Array<number>
  readonly #listener: LaneListener

  constructor({ calendar, features, lanes }: PipelinePlan, listener: LaneListener) {
    const [base, ...higher] = lanes
    this.base = new Lane(base)
    this.#higher = higher.map((plan) => new Lane(plan, new CandleRollup(plan.interval, base.intervalMillis, calendar)))
    this.all = [this.base, ...this.#higher]
    this.#planned = features
    this.#features = started(features)
    this.#taken = features.map(() => 0)
    this.#listener = listener
  }

  /** What these features read, by name. */
  readings(places: FeaturePlaces): Readonly<Record<string, object>> {
    return readingsOf(places, this.#features)
  }

  /** True when these features may be read. */
  areReady(places: FeaturePlaces): boolean {
    return places.every(([, index]) => (this.#taken[index] ?? 0) >= (this.#planned[index]?.readyAfter ?? 0))
  }

  push(candle: Candle): void {
    const { base } = this
    if (this.#higher.length > 0) this.closeUpTo(candle.time)
    base.push(candle, candle.time + base.plan.intervalMillis)
    if (this.#higher.length === 0 && this.#planned.length === 0) return this.#look(base)
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

  snapshot(
    onDetectorFault: (seat: DetectorSeat<CalledOn>, problem: string) => void
  ): Pick<PipelineSnapshot, "features" | "lanes"> {
    const lanes = this.all.map((lane) => lane.snapshot(onDetectorFault))
    const features: Record<string, FeatureSnapshot> = {}
    for (const [index, planned] of this.#planned.entries()) {
      const feature = this.#features[index]
      const state = feature && snapshotPart(feature, (problem) => this.#listener.onFeatureFault(planned, problem))
      if (state !== undefined) features[this.#keyOf(planned)] = { taken: this.#taken[index] ?? 0, state }
    }
    return { lanes, features }
  }

  restore({ features, lanes }: Pick<PipelineSnapshot, "features" | "lanes">): void {
    const following = this.#restoreFeatures(features)
    for (const [lane, each] of this.all.entries()) {
      const saved = lanes.find(({ interval }) => interval === each.plan.interval)
      if (saved === undefined) continue
      each.restore(saved, () => {
        for (const index of following) if (this.#planned[index]?.lane === lane) this.#update(index, each)
      })
    }
  }

  /**
   * Gives features what they remembered. The indexes of the others come back, which follow the candles that are held: those
   * that are made from nothing else, or from what follows the same candles.
   */
  #restoreFeatures(features: PipelineSnapshot["features"]): ReadonlySet<number> {
    const following = new Set<number>()
    for (const [index, planned] of this.#planned.entries()) {
      const saved = features[this.#keyOf(planned)]
      const feature = this.#features[index]
      if (saved !== undefined && feature !== undefined && restorePart(feature, saved.state)) {
        this.#taken[index] = saved.taken
      } else if (planned.needs.every(([, need]) => following.has(need) && this.#planned[need]?.lane === planned.lane)) {
        following.add(index)
      }
    }
    return following
  }

  /** Everything that closes at `end`: all candles, then all features, then those who look at them. */
  #settle(end: number): void {
    for (const lane of this.#higher) {
      if (lane.rollup !== undefined && lane.rollup.end === end) lane.push(lane.rollup.close(), end)
    }
    for (let index = 0; index < this.#planned.length; index++) {
      const lane = this.all[this.#planned[index]?.lane ?? 0]
      if (lane?.isNew === true) this.#update(index, lane)
    }
    for (const lane of this.all) if (lane.isNew) this.#look(lane)
  }

  #look(lane: Lane): void {
    lane.isNew = false
    this.#listener.onClosed(lane)
  }

  #update(index: number, lane: Lane): void {
    const planned = this.#planned[index]
    if (planned === undefined) return
    lane.ring.show(planned.feature.history)
    try {
      const promised = promiseFault(this.#features[index]?.update(lane.ring.view))
      if (promised !== undefined) this.#listener.onFeatureFault(planned, promised)
    } catch (cause) {
      this.#listener.onFeatureFault(planned, thrown(cause))
    }
    if (planned.needs.length === 0 || this.areReady(planned.needs)) this.#taken[index] = (this.#taken[index] ?? 0) + 1
  }

  #keyOf({ feature, lane }: PlannedFeature): string {
    return `${this.all[lane]?.plan.interval ?? ""} ${feature.key} ${feature.code}`
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

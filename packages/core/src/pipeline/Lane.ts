import { CandleRing } from "../candles/CandleRing.ts"
import type { CandleRollup } from "../candles/CandleRollup.ts"
import type { Candle } from "../domain/Candle.ts"
import { epochMillis } from "../domain/EpochMillis.ts"
import type { CalledOn } from "../plugin/DetectorDefinition.ts"
import type { DetectorSeat } from "./DetectorSeat.ts"
import { restorePart, snapshotPart } from "./guardedStart.ts"
import type { LanePlan } from "./LanePlan.ts"
import type { LaneSnapshot } from "./PipelineSnapshot.ts"

/** One interval of one symbol: its candles, what rolls them up, and the detectors that look at them. */
export class Lane {
  readonly plan: LanePlan
  readonly ring: CandleRing
  /** Undefined for the interval of the candles that come in. */
  readonly rollup: CandleRollup | undefined
  readonly seats: Array<DetectorSeat<"candle">> = []
  readonly tickSeats: Array<DetectorSeat<"tick">> = []
  /** True from when a candle has come until it has been looked at. */
  isNew = false
  /** Of the newest candle: its start and its end in epoch milliseconds, and its shares. */
  time = Number.NaN
  closedAt = Number.NaN
  volume = 0

  constructor(plan: LanePlan, rollup?: CandleRollup) {
    this.plan = plan
    this.ring = new CandleRing(plan.capacity)
    this.rollup = rollup
  }

  push(candle: Candle, closedAt: number): void {
    this.ring.push(candle)
    this.isNew = true
    this.time = candle.time
    this.closedAt = closedAt
    this.volume = candle.volume
  }

  /** All that is remembered, but for the state of a detector that cannot be written, which is told of. */
  snapshot(onFault: (seat: DetectorSeat<CalledOn>, problem: string) => void): LaneSnapshot {
    this.ring.show(this.ring.held)
    const window = this.ring.view
    const candles = Array.from({ length: window.size }, (_, index): Candle => {
      const age = window.size - 1 - index
      return {
        time: epochMillis(window.time(age)),
        open: window.open(age),
        high: window.high(age),
        low: window.low(age),
        close: window.close(age),
        volume: window.volume(age),
        ticks: window.ticks(age),
        partial: window.partial(age),
        gap: window.gap(age)
      }
    })
    const remembered = this.#seatsByKey().map(
      ([key, seat]) => [key, snapshotPart(seat.running, (problem) => onFault(seat, problem))] as const
    )
    return {
      interval: this.plan.interval,
      candles,
      closedAt: Number.isNaN(this.closedAt) ? null : this.closedAt,
      rollup: this.rollup?.snapshot() ?? null,
      detectors: Object.fromEntries(remembered.filter(([, state]) => state !== undefined))
    }
  }

  /** Takes what `snapshot` gave; `onCandle` is called after each candle. */
  restore({ candles, closedAt, detectors, rollup }: LaneSnapshot, onCandle: () => void): void {
    for (const candle of candles) {
      this.ring.push(candle)
      onCandle()
    }
    this.closedAt = closedAt ?? Number.NaN
    if (rollup !== null && this.rollup !== undefined) restorePart(this.rollup, rollup)
    for (const [key, { running }] of this.#seatsByKey()) if (key in detectors) restorePart(running, detectors[key])
  }

  #seatsByKey() {
    return [...this.seats, ...this.tickSeats].map(
      (seat) => [`${seat.origin.detector} ${seat.origin.canonicalParams}`, seat] as const
    )
  }
}

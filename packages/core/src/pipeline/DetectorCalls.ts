import type { Detection, TriggerCandle } from "../domain/Detection.ts"
import type { FormingCandle } from "../domain/FormingCandle.ts"
import type { Match } from "../domain/Match.ts"
import type { Session } from "../domain/Session.ts"
import { noMatch } from "../plugin/defineDetector.ts"
import type { CalledOn, TickWindow } from "../plugin/DetectorDefinition.ts"
import { type CallMeter, timedAfterOverrun, timedOneIn } from "./CallMeter.ts"
import { DetectorDetails } from "./DetectorDetails.ts"
import { type DetectorSeat, mostProvisional } from "./DetectorSeat.ts"
import type { Lane } from "./Lane.ts"
import type { PipelinePlan } from "./PipelinePlan.ts"
import type { StepBuilder } from "./PipelineStep.ts"
import type { SymbolLanes } from "./SymbolLanes.ts"
import { candleOf, candleSoFar, toDetection, toProvisionalDetection } from "./toDetection.ts"

/** What becomes of what the detectors find; gives true when a provisional detection is published. */
export type OnDetection = (
  detection: Detection,
  candle: TriggerCandle,
  /** True of a provisional detection that was held back before: it matters only if it is not any more. */
  wasHeldBack: boolean
) => boolean | void

/** Calls the detectors of one symbol: those that are due and allowed, on what they have declared to look at. */
export class DetectorCalls {
  readonly #plan: PipelinePlan
  readonly #lanes: SymbolLanes
  readonly #step: StepBuilder
  readonly #onDetection: OnDetection
  readonly #details: DetectorDetails
  readonly #tellsNearMisses: boolean
  /** Candles until each call is timed on its own. */
  #untilTimed = timedOneIn
  /** Candles of which each call is still timed. */
  #timedLeft = 0
  #sessionTime = Number.NaN
  #session: Session = "closed"

  constructor(plan: PipelinePlan, lanes: SymbolLanes, step: StepBuilder, onDetection: OnDetection) {
    this.#plan = plan
    this.#tellsNearMisses = plan.explains === "near_misses"
    this.#lanes = lanes
    this.#step = step
    this.#onDetection = onDetection
    this.#details = new DetectorDetails(plan, step)
  }

  /** Calls the detectors of closed candles. */
  onClosed(lane: Lane): void {
    this.#callWithin(lane, undefined)
  }

  /** Calls the detectors of ticks. */
  onForming(forming: FormingCandle, lane: Lane): void {
    // All of them are shown the same one.
    this.#callWithin(lane, Object.freeze({ forming: Object.freeze({ ...forming }), closed: lane.ring.view }))
  }

  /** Calls all that look at closed candles, or at ticks when there are some, and sees to it that none takes too long. */
  #callWithin(lane: Lane, ticks: TickWindow | undefined): void {
    const { meter } = this.#plan
    if (meter === undefined) {
      this.#callAll(lane, ticks)
    } else if (this.#timedLeft > 0 || --this.#untilTimed <= 0) {
      this.#callTimed(lane, ticks, meter)
    } else {
      const began = meter.now()
      this.#callAll(lane, ticks)
      // One slow candle may be the garbage collector's; if it was a detector's, it shows when it does it again.
      if (meter.now() - began > meter.budgetMillis) this.#timedLeft = timedAfterOverrun
    }
  }

  #callAll(lane: Lane, ticks: TickWindow | undefined): void {
    if (ticks !== undefined) {
      for (const seat of lane.tickSeats) if (this.#callOnTick(seat, ticks, lane)) seat.succeeded()
      return
    }
    const { ring, seats, time, volume } = lane
    const window = ring.view
    let session: Session | undefined
    // By index: an iterator is an object for every candle.
    for (let place = 0; place < seats.length; place++) {
      const seat = seats[place]
      if (seat === undefined) continue
      // Nearly always there is nothing to think about before the call and nothing to do after it.
      if (seat.isPlain && !seat.isTroubled && !this.#tellsNearMisses) {
        if (seat.isFiltered) {
          session ??= this.#sessionAt(time)
          if (!seat.passes(volume, session)) continue
        }
        ring.show(seat.shown)
        const matches = seat.detect(window, window)
        if (matches !== noMatch) this.#take(matches, seat, lane)
      } else if (this.#call(seat, lane)) seat.succeeded()
    }
  }

  /** True when the call went well after trouble. */
  #call(seat: DetectorSeat<"candle">, lane: Lane): boolean {
    const window = lane.ring.view
    const wasTroubled = seat.isTroubled
    if (!this.#isDue(seat, lane.time, lane.volume, lane.closedAt)) return false
    this.#show(seat, lane)
    if (!this.#take(seat.detect(window, window), seat, lane)) return false
    if (this.#tellsNearMisses) this.#details.tellNearMisses(seat, lane.ring.view)
    return wasTroubled
  }

  /** Makes detections of what a call found; false when something was wrong with it. */
  #take(matches: ReadonlyArray<Match> | string, seat: DetectorSeat<"candle">, lane: Lane): boolean {
    if (typeof matches === "string") {
      this.#fault(seat, matches, lane.closedAt)
      return false
    }
    const window = lane.ring.view
    for (const match of matches) {
      seat.record.matches++
      const detection = toDetection(match, window, lane.closedAt, seat.origin)
      this.#onDetection(
        this.#details.detailed(detection, match, window, seat, window),
        candleOf(window, match.trigger),
        false
      )
    }
    return true
  }

  /** True when the call went well after trouble. */
  #callOnTick(seat: DetectorSeat<"tick">, ticks: TickWindow, lane: Lane): boolean {
    const { closed, forming } = ticks
    const wasTroubled = seat.isTroubled
    if (!this.#isDue(seat, forming.time, forming.volumeSoFar, forming.time)) return false
    this.#show(seat, lane)
    const matches = seat.detect(ticks, closed)
    if (typeof matches === "string") {
      this.#fault(seat, matches, forming.time)
      return false
    }
    for (const match of matches) {
      const detection = toProvisionalDetection(match, closed, forming, seat.origin)
      const before = seat.toldOf(detection.id, forming)
      if (before === "published") continue
      if (before === "flood") {
        this.#fault(seat, `made more than ${mostProvisional} detections of one forming candle`, forming.time)
        return false
      }
      if (before === undefined) seat.record.matches++
      const detailed = this.#details.detailed(detection, match, ticks, seat, closed, forming)
      const isPublished = this.#onDetection(detailed, candleSoFar(forming), before === "held_back")
      seat.tell(detection.id, isPublished === true ? "published" : "held_back")
    }
    return wasTroubled
  }

  /** Times each call on its own. */
  #callTimed(lane: Lane, ticks: TickWindow | undefined, meter: CallMeter): void {
    this.#untilTimed = timedOneIn
    if (this.#timedLeft > 0) this.#timedLeft--
    if (ticks === undefined) {
      for (const seat of lane.seats) this.#timed(seat, "candle", lane.closedAt, meter, () => this.#call(seat, lane))
    } else {
      const { time } = ticks.forming
      for (const seat of lane.tickSeats) {
        this.#timed(seat, "tick", time, meter, () => this.#callOnTick(seat, ticks, lane))
      }
    }
  }

  #timed(
    seat: DetectorSeat<CalledOn>,
    on: CalledOn,
    time: number,
    { budgetMillis, now }: CallMeter,
    call: () => boolean
  ): void {
    const { record } = seat
    const { calls, faults } = record
    const began = now()
    const isOverTrouble = call()
    if (record.calls === calls) return
    const took = now() - began
    record.timed(took)
    if (took <= budgetMillis) {
      if (isOverTrouble) seat.succeeded()
      return
    }
    record.overBudget++
    if (record.faults === faults)
      this.#fault(seat, `took ${took.toFixed(1)} ms for a ${on}, more than its ${budgetMillis} ms`, time)
  }

  /** Whether there are candles enough, the filters let the candle pass, and no breaker is open. */
  #isDue(seat: DetectorSeat<CalledOn>, time: number, volume: number, now: number): boolean {
    if (!seat.isWarm && !this.#warmsUp(seat)) return false
    return seat.passes(volume, this.#sessionAt(time)) && (!seat.isTroubled || seat.isAllowed(now))
  }

  #warmsUp(seat: DetectorSeat<CalledOn>): boolean {
    const { features, warmUps } = seat.planned
    const isWarm =
      warmUps.every(([lane, candles]) => (this.#lanes.all[lane]?.ring.held ?? 0) >= candles) &&
      this.#lanes.areReady(features)
    if (isWarm) seat.warmedUp()
    return isWarm
  }

  /** Asks the calendar once for all detectors of a candle. */
  #sessionAt(time: number): Session {
    if (time !== this.#sessionTime) {
      this.#sessionTime = time
      this.#session = this.#plan.calendar.sessionAt(time)
    }
    return this.#session
  }

  /** Limits what the detector sees to what it has declared. */
  #show({ planned, shown }: DetectorSeat<CalledOn>, lane: Lane): void {
    lane.ring.show(shown)
    if (planned.higher.length === 0) return
    for (const { candles, lane } of planned.higher) this.#lanes.all[lane]?.ring.show(candles)
  }

  #fault(seat: DetectorSeat<CalledOn>, problem: string, now: number): void {
    const suspended = seat.failed(problem, now)
    const { detector, symbol } = seat.origin
    this.#step.fault({ kind: "detector", part: detector, symbol, problem, suspended })
  }
}

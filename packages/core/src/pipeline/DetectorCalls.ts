import type { Detection, TriggerCandle } from "../domain/Detection.ts"
import { epochMillis } from "../domain/EpochMillis.ts"
import type { FormingCandle } from "../domain/FormingCandle.ts"
import type { Session } from "../domain/Session.ts"
import type { RawMatch } from "../plugin/ConfiguredDetector.ts"
import type { TickWindow, CalledOn, WindowOf } from "../plugin/DetectorDefinition.ts"
import { type CallMeter, timedAfterOverrun, timedOneIn } from "./CallMeter.ts"
import type { DetectorSeat } from "./DetectorSeat.ts"
import type { Lane } from "./Lane.ts"
import { checkedAnnotations, checkedExplanation } from "./matchDetails.ts"
import type { PipelinePlan } from "./PipelinePlan.ts"
import type { StepBuilder } from "./PipelineStep.ts"
import type { SymbolLanes } from "./SymbolLanes.ts"
import { thrown } from "./thrown.ts"
import { candleOf, candleSoFar, toDetection, toProvisionalDetection } from "./toDetection.ts"

/** What becomes of what the detectors find. */
export type OnDetection = (detection: Detection, candle: TriggerCandle) => void

/** Calls the detectors of one symbol: those that are due and allowed, on what they have declared to look at. */
export class DetectorCalls {
  readonly #plan: PipelinePlan
  readonly #lanes: SymbolLanes
  readonly #step: StepBuilder
  readonly #onDetection: OnDetection
  /** Candles until each call is timed on its own. */
  #untilTimed = timedOneIn
  /** Candles of which each call is still timed. */
  #timedLeft = 0
  #sessionTime = Number.NaN
  #session: Session = "closed"

  constructor(plan: PipelinePlan, lanes: SymbolLanes, step: StepBuilder, onDetection: OnDetection) {
    this.#plan = plan
    this.#lanes = lanes
    this.#step = step
    this.#onDetection = onDetection
  }

  /** Calls the detectors of closed candles. */
  onClosed(lane: Lane): void {
    const { meter } = this.#plan
    if (meter === undefined) {
      this.#callAll(lane)
    } else if (this.#timedLeft > 0 || --this.#untilTimed <= 0) {
      this.#callTimed(lane, meter)
    } else {
      const began = meter.now()
      this.#callAll(lane)
      // One slow candle may be the garbage collector's; if it was a detector's, it shows when it does it again.
      if (meter.now() - began > meter.budgetMillis) this.#timedLeft = timedAfterOverrun
    }
  }

  /** Calls the detectors of ticks. */
  onForming(forming: FormingCandle, lane: Lane): void {
    const window: TickWindow = { forming, closed: lane.ring.view }
    for (const seat of lane.tickSeats) {
      if (!this.#isDue(seat, forming.time, forming.volumeSoFar, forming.time)) continue
      this.#show(seat, lane)
      const matches = seat.detect(window, window.closed)
      if (typeof matches === "string") {
        this.#fault(seat, matches, forming.time)
        continue
      }
      if (seat.isTroubled) seat.succeeded()
      for (const match of matches) {
        const detection = toProvisionalDetection(match, window.closed, forming, seat.origin)
        if (seat.wasTold(detection.id, forming)) continue
        seat.record.matches++
        this.#onDetection(this.#detailed(detection, match, window, seat, lane, forming), candleSoFar(forming))
      }
    }
  }

  #callAll(lane: Lane): void {
    for (const seat of lane.seats) if (this.#call(seat, lane)) seat.succeeded()
  }

  /** True when the call went well after trouble. */
  #call(seat: DetectorSeat<"candle">, lane: Lane): boolean {
    const window = lane.ring.view
    const wasTroubled = seat.isTroubled
    if ((wasTroubled || seat.isConditional) && !this.#isDue(seat, lane.time, lane.volume, lane.closedAt)) return false
    this.#show(seat, lane)
    const matches = seat.detect(window, window)
    if (typeof matches === "string") {
      this.#fault(seat, matches, lane.closedAt)
      return false
    }
    for (const match of matches) {
      seat.record.matches++
      const detection = toDetection(match, window, lane.closedAt, seat.origin)
      this.#onDetection(this.#detailed(detection, match, window, seat, lane), candleOf(window, match.trigger))
    }
    if (this.#plan.explains === "near_misses") this.#tellNearMisses(seat, lane)
    return wasTroubled
  }

  #callTimed(lane: Lane, { budgetMillis, now }: CallMeter): void {
    this.#untilTimed = timedOneIn
    if (this.#timedLeft > 0) this.#timedLeft--
    for (const seat of lane.seats) {
      const { record } = seat
      const { calls, faults } = record
      const began = now()
      const isOverTrouble = this.#call(seat, lane)
      if (record.calls === calls) continue
      const took = now() - began
      record.timed(took)
      if (took <= budgetMillis) {
        if (isOverTrouble) seat.succeeded()
        continue
      }
      record.overBudget++
      if (record.faults === faults)
        this.#fault(seat, `took ${took.toFixed(1)} ms for a candle, more than its ${budgetMillis} ms`, lane.closedAt)
    }
  }

  /** Whether there are candles enough, the filters let the candle pass, and no breaker is open. */
  #isDue(seat: DetectorSeat<CalledOn>, time: number, volume: number, now: number): boolean {
    if (!seat.isWarm && !this.#warmsUp(seat)) return false
    return seat.passes(volume, this.#sessionAt(time)) && (!seat.isTroubled || seat.isAllowed(now))
  }

  #warmsUp(seat: DetectorSeat<CalledOn>): boolean {
    const isWarm = seat.planned.warmUps.every(([lane, candles]) => (this.#lanes.all[lane]?.seen ?? 0) >= candles)
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

  /** The detection with what the plan asks for; when the detector cannot give it, the detection goes on without. */
  #detailed<On extends CalledOn>(
    detection: Detection,
    match: RawMatch<On>,
    window: WindowOf<On>,
    seat: DetectorSeat<On>,
    lane: Lane,
    forming?: FormingCandle
  ): Detection {
    const { annotates, explains } = this.#plan
    const { annotate, explain } = seat.running
    let detailed = detection
    if (annotates && annotate !== undefined) {
      const annotations = this.#guarded(seat, "annotate", () =>
        checkedAnnotations(annotate(match, window, seat.context), lane.ring.view, forming)
      )
      if (annotations !== undefined) detailed = { ...detailed, annotations }
    }
    if (explains !== "nothing" && explain !== undefined) {
      const explanation = this.#guarded(seat, "explain", () =>
        checkedExplanation(explain(match, window, seat.context), match.confidence)
      )
      if (explanation !== undefined) detailed = { ...detailed, explanation }
    }
    return detailed
  }

  #tellNearMisses(seat: DetectorSeat<"candle">, lane: Lane): void {
    const { nearMisses } = seat.running
    if (nearMisses === undefined) return
    const window = lane.ring.view
    const { detector, interval } = seat.origin
    for (const nearMiss of this.#guarded(seat, "nearMisses", () => nearMisses(window, seat.context)) ?? []) {
      this.#step.nearMiss({ detector, interval, time: epochMillis(window.time(0)), nearMiss })
    }
  }

  #guarded<Answer>(seat: DetectorSeat<CalledOn>, name: string, call: () => Answer): Answer | undefined {
    try {
      return call()
    } catch (cause) {
      const { detector, symbol } = seat.origin
      const problem = `${thrown(cause)} in ${name}`
      this.#step.fault({ kind: "detector", part: detector, symbol, problem, suspended: false })
      return undefined
    }
  }
}

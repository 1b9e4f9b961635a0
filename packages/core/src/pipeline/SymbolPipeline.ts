import type { Candle } from "../domain/Candle.ts"
import type { FormingCandle } from "../domain/FormingCandle.ts"
import type { StockSymbol } from "../domain/StockSymbol.ts"
import type { DetectorContext, CalledOn } from "../plugin/DetectorDefinition.ts"
import { matchesSymbol } from "../plugin/Filters.ts"
import { DecisionStage } from "./DecisionStage.ts"
import { DetectorCalls } from "./DetectorCalls.ts"
import { DetectorSeat } from "./DetectorSeat.ts"
import type { Lane } from "./Lane.ts"
import type { PlannedDetector } from "./LanePlan.ts"
import type { PipelinePlan } from "./PipelinePlan.ts"
import type { PipelineSnapshot } from "./PipelineSnapshot.ts"
import { type PipelineStep, StepBuilder } from "./PipelineStep.ts"
import { SymbolLanes } from "./SymbolLanes.ts"

/**
 * The fold of one symbol: closed candles in, decisions out. No clock, no I/O, no randomness: the same candles give the
 * same decisions, live, replayed or in a batch. A detector that fails costs its own matches only.
 *
 * Candles of higher intervals are rolled up on the way. When several close together all of them are in place before a
 * detector is called, and detectors are called from the lowest interval to the highest.
 *
 * @example
 * const pipeline = new SymbolPipeline(symbol, plan)
 * for (const candle of candles) for (const decision of pipeline.onCandle(candle).decisions) deliver(decision)
 */
export class SymbolPipeline {
  readonly symbol: StockSymbol
  readonly #plan: PipelinePlan
  readonly #step = new StepBuilder()
  readonly #lanes: SymbolLanes
  readonly #calls: DetectorCalls
  readonly #stage: DecisionStage

  constructor(symbol: StockSymbol, plan: PipelinePlan) {
    this.symbol = symbol
    this.#plan = plan
    this.#lanes = new SymbolLanes(plan, {
      onClosed: (lane) => this.#calls.onClosed(lane),
      onFeatureFault: ({ feature }, problem) =>
        this.#step.fault({
          kind: "feature",
          part: `${feature.name}@${feature.version}`,
          symbol,
          problem,
          suspended: false
        })
    })
    this.#stage = new DecisionStage(symbol, plan, (fault) => this.#step.fault(fault))
    this.#calls = new DetectorCalls(plan, this.#lanes, this.#step, (detection, candle, wasHeldBack) => {
      const decision = this.#stage.decide(detection, candle)
      const isPublished = decision._tag === "Publish"
      if (isPublished || !wasHeldBack) this.#step.decision(decision)
      return isPublished
    })
    for (const lane of this.#lanes.all) this.#seatDetectors(lane)
  }

  /** True when somebody looks at the forming candle. */
  get wantsForming(): boolean {
    return this.#lanes.base.tickSeats.length > 0
  }

  /** Takes the next closed candle. Candles must come in order of time. */
  onCandle(candle: Candle): PipelineStep {
    this.#lanes.push(candle)
    return this.#step.take()
  }

  /**
   * Closes higher candles that ended by `time`, though no candle came after them. `time` must be so late that no candle
   * that began before it will come any more.
   */
  closeUpTo(time: number): PipelineStep {
    this.#lanes.closeUpTo(time)
    return this.#step.take()
  }

  /** Takes the forming candle as it stands, which is newer than every closed one. */
  onForming(forming: FormingCandle): PipelineStep {
    this.#calls.onForming(forming, this.#lanes.base)
    return this.#step.take()
  }

  /** All that is remembered of the symbol. The next step tells of what could not be written, which is left out. */
  snapshot(): PipelineSnapshot {
    const lanes = this.#lanes.snapshot(({ origin }, problem) =>
      this.#step.fault({ kind: "detector", part: origin.detector, symbol: this.symbol, problem, suspended: false })
    )
    return { ...lanes, gates: this.#stage.snapshot() }
  }

  /**
   * Goes on from the snapshot of a pipeline of the same symbol, before the first candle. What is not in it, as after a
   * change of the plan, begins anew.
   */
  restore(snapshot: PipelineSnapshot): void {
    this.#lanes.restore(snapshot)
    this.#stage.restore(snapshot.gates)
  }

  #seatDetectors(lane: Lane): void {
    for (const planned of lane.plan.detectors) if (this.#isWanted(planned)) lane.seats.push(this.#seat(planned, lane))
    for (const planned of lane.plan.tickDetectors) {
      if (this.#isWanted(planned)) lane.tickSeats.push(this.#seat(planned, lane))
    }
  }

  #isWanted({ detector }: PlannedDetector<CalledOn>): boolean {
    return detector.filters.symbols === undefined || matchesSymbol(detector.filters.symbols, this.symbol)
  }

  #seat<On extends CalledOn>(planned: PlannedDetector<On>, lane: Lane): DetectorSeat<On> {
    const context: DetectorContext = Object.freeze({
      symbol: this.symbol,
      interval: lane.plan.interval,
      features: Object.freeze(this.#lanes.readings(planned.features)),
      higher: Object.freeze(
        Object.fromEntries(planned.higher.map((each) => [each.interval, this.#lanes.all[each.lane]?.ring.view]))
      )
    })
    return new DetectorSeat(planned, context, this.#plan.breaker)
  }
}

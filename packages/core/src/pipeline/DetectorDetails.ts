import type { CandleWindow } from "../candles/CandleWindow.ts"
import type { Detection } from "../domain/Detection.ts"
import { epochMillis } from "../domain/EpochMillis.ts"
import type { FormingCandle } from "../domain/FormingCandle.ts"
import type { RawMatch } from "../plugin/ConfiguredDetector.ts"
import type { CalledOn, WindowOf } from "../plugin/DetectorDefinition.ts"
import type { DetectorSeat } from "./DetectorSeat.ts"
import type { PipelinePlan } from "./PipelinePlan.ts"
import type { StepBuilder } from "./PipelineStep.ts"
import { takeAnnotations } from "./takeAnnotations.ts"
import { takeExplanation, takeNearMisses } from "./takeRules.ts"
import { thrown } from "./thrown.ts"

/** Asks detectors for what they draw and explain of a match, and for what they nearly found, as far as the plan wants it. */
export class DetectorDetails {
  readonly #plan: PipelinePlan
  readonly #step: StepBuilder

  constructor(plan: PipelinePlan, step: StepBuilder) {
    this.#plan = plan
    this.#step = step
  }

  /** The detection with what the plan asks for; when the detector cannot give it, the detection goes on without. */
  detailed<On extends CalledOn>(
    detection: Detection,
    match: RawMatch<On>,
    window: WindowOf<On>,
    seat: DetectorSeat<On>,
    closed: CandleWindow,
    forming?: FormingCandle
  ): Detection {
    const { annotates, explains } = this.#plan
    const { annotate, explain } = seat.running
    if (!annotates && explains === "nothing") return detection
    // It is the detection's own metadata that the functions below are shown.
    Object.freeze(match.metadata)
    let detailed = detection
    if (annotates && annotate !== undefined) {
      const annotations = this.#guarded(seat, "annotate", () =>
        takeAnnotations(annotate(match, window, seat.context), closed, forming)
      )
      if (annotations !== undefined) detailed = { ...detailed, annotations }
    }
    if (explains !== "nothing" && explain !== undefined) {
      const explanation = this.#guarded(seat, "explain", () =>
        takeExplanation(explain(match, window, seat.context), detection.confidence)
      )
      if (explanation !== undefined) detailed = { ...detailed, explanation }
    }
    return detailed
  }

  /** Tells of what the detector nearly found in the window. */
  tellNearMisses(seat: DetectorSeat<"candle">, window: CandleWindow): void {
    const { nearMisses } = seat.running
    if (nearMisses === undefined) return
    const { detector, interval } = seat.origin
    const told = this.#guarded(seat, "nearMisses", () =>
      takeNearMisses(nearMisses(window, seat.context), seat.planned.detector.emits)
    )
    for (const nearMiss of told ?? []) {
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

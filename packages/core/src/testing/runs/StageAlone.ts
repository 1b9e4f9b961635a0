import { Result } from "effect"

import type { Decision } from "../../domain/Decision.ts"
import type { Detection, TriggerCandle } from "../../domain/Detection.ts"
import type { StockSymbol } from "../../domain/StockSymbol.ts"
import { DecisionStage } from "../../pipeline/DecisionStage.ts"
import { makePipelinePlan, type PipelinePlan, type PipelineSettings } from "../../pipeline/PipelinePlan.ts"
import type { PartFault } from "../../pipeline/PipelineStep.ts"
import { failAtFault } from "./PartFailed.ts"

/** The gates and scorers of a fold without the rest of it. */
export class StageAlone {
  readonly #plan: PipelinePlan
  readonly #stages = new Map<StockSymbol, DecisionStage>()
  readonly #faults: Array<PartFault> = []

  constructor(parts: Pick<PipelineSettings, "gates" | "scorers">) {
    this.#plan = Result.getOrThrow(makePipelinePlan([], { ...parts, minimumConfidence: 0, cooldownMillis: 0 }))
  }

  /** Decides as the stage of the detection's symbol does; throws {@link PartFailed} when a part fails. */
  decide(detection: Detection, at: string, candle = flatAt(detection.triggerPrice)): Decision {
    const { symbol } = detection
    const stage = this.#stages.get(symbol) ?? this.#begun(symbol)
    const decision = stage.decide(detection, candle)
    failAtFault(this.#faults, at)
    return decision
  }

  /** Saves what is remembered of every symbol and goes on from that, as a host does that is restarted. */
  restart(): void {
    for (const [symbol, stage] of this.#stages) {
      const saved = JSON.stringify(stage.snapshot())
      this.#begun(symbol).restore(JSON.parse(saved))
    }
  }

  #begun(symbol: StockSymbol): DecisionStage {
    const stage = new DecisionStage(symbol, this.#plan, (fault) => this.#faults.push(fault))
    this.#stages.set(symbol, stage)
    return stage
  }
}

const flatAt = (price: number): TriggerCandle => ({ open: price, high: price, low: price, close: price, volume: 0 })

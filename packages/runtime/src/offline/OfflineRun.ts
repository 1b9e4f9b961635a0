import type { Candle, Detection, StockSymbol } from "@mjolnir/core"
import { type DetectorFault, type PipelinePlan, SymbolPipeline } from "@mjolnir/core/pipeline"

/** Who is told what the candles lead to. */
export interface OfflineListener {
  readonly onDetection: (detection: Detection) => void
  /** Called for the first fault of a detector on a symbol. */
  readonly onFault: (fault: DetectorFault) => void
}

/** The batch fold: closed candles of any symbols in, detections that the gates let pass out. */
export class OfflineRun {
  /** Candles so far. */
  candles = 0
  /** Detections so far. */
  detections = 0
  readonly #plan: PipelinePlan
  readonly #listener: OfflineListener
  readonly #pipelines = new Map<StockSymbol, SymbolPipeline>()
  readonly #faulty = new Set<string>()

  constructor(plan: PipelinePlan, listener: OfflineListener) {
    this.#plan = plan
    this.#listener = listener
  }

  /** Symbols that have had a candle. */
  get symbols(): number {
    return this.#pipelines.size
  }

  onCandle(symbol: StockSymbol, candle: Candle): void {
    const { decisions, faults } = this.#pipelineOf(symbol).onCandle(candle)
    this.candles++
    for (const decision of decisions) {
      if (decision._tag === "Suppress") continue
      this.detections++
      this.#listener.onDetection(decision.detection)
    }
    for (const fault of faults) this.#onFault(fault)
  }

  #pipelineOf(symbol: StockSymbol): SymbolPipeline {
    const known = this.#pipelines.get(symbol)
    if (known !== undefined) return known
    const pipeline = new SymbolPipeline(symbol, this.#plan)
    this.#pipelines.set(symbol, pipeline)
    return pipeline
  }

  #onFault(fault: DetectorFault): void {
    const key = `${fault.detector} ${fault.symbol}`
    if (this.#faulty.has(key)) return
    this.#faulty.add(key)
    this.#listener.onFault(fault)
  }
}

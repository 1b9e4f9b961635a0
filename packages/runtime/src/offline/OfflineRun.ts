import type { Candle, Detection, StockSymbol } from "@mjolnir/core"
import { type PartFault, type PipelinePlan, type PipelineStep, SymbolPipeline } from "@mjolnir/core/pipeline"

/** Who is told what the candles lead to. */
export interface OfflineListener {
  readonly onDetection: (detection: Detection) => void
  /** Called for the first fault of a part on a symbol. */
  readonly onFault: (fault: PartFault) => void
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
    this.candles++
    this.#take(this.#pipelineOf(symbol).onCandle(candle))
  }

  #take({ decisions, faults }: PipelineStep): void {
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

  #onFault(fault: PartFault): void {
    const key = `${fault.part} ${fault.symbol}`
    if (this.#faulty.has(key)) return
    this.#faulty.add(key)
    this.#listener.onFault(fault)
  }
}

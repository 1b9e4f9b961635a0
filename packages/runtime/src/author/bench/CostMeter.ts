import { getHeapStatistics } from "node:v8"

import type { Detector, InvalidParams } from "@mjolnir/core"
import { makePipelinePlan, type PipelinePlan, SymbolPipeline } from "@mjolnir/core/pipeline"
import { Result } from "effect"

import type { DetectorSettings } from "../detectorSettings.ts"
import type { BenchMarket } from "./benchMarket.ts"

/** What a detector costs for a candle, with the fold that calls it. */
export interface Cost {
  /** `name@version`; `the fold alone` without a detector. */
  readonly name: string
  /** On average, in the fastest round. */
  readonly meanMicros: number
  /** Of candles that were timed one by one, which takes the clock's own time as well. */
  readonly p99Micros: number
  readonly slowestMicros: number
  /** Bytes allocated for a candle on average, whether freed or not. */
  readonly bytes: number
  readonly matches: number
  readonly faults: number
}

/** Runs one detector over a market again and again, and keeps what it cost. */
export class CostMeter {
  readonly name: string
  readonly #plan: PipelinePlan
  readonly #market: BenchMarket
  readonly #millis: Float64Array
  #meanMicros = Number.POSITIVE_INFINITY
  #bytes = Number.POSITIVE_INFINITY
  #matches = 0
  #faults = 0

  private constructor(name: string, plan: PipelinePlan, market: BenchMarket) {
    this.name = name
    this.#plan = plan
    this.#market = market
    this.#millis = new Float64Array(market.candles).fill(Number.POSITIVE_INFINITY)
  }

  /** The meter of a detector, or of the fold alone. */
  static readonly make = (
    detector: Detector | undefined,
    { filters, params }: DetectorSettings,
    market: BenchMarket
  ): Result.Result<CostMeter, InvalidParams> => {
    const { name = "" } = detector ?? {}
    const plan = makePipelinePlan(detector === undefined ? [] : [detector], {
      interval: market.interval,
      minimumConfidence: 0,
      cooldownMillis: 0,
      ...(detector === undefined
        ? {}
        : { params: { [name]: params[name] ?? {} }, filters: { [name]: filters[name] ?? {} } })
    })
    return Result.map(plan, (plan) => new CostMeter(plan.detectors[0]?.id ?? "the fold alone", plan, market))
  }

  get cost(): Cost {
    const ordered = this.#millis.toSorted()
    return {
      name: this.name,
      meanMicros: this.#meanMicros,
      p99Micros: 1_000 * (ordered[Math.floor(ordered.length * 0.99)] ?? 0),
      slowestMicros: 1_000 * (ordered.at(-1) ?? 0),
      bytes: Math.max(0, this.#bytes),
      matches: this.#matches,
      faults: this.#faults
    }
  }

  /** Lets the compiler see the detector. */
  warmUp(): void {
    this.#run()
    this.#runTimed()
  }

  /** One round: all candles at a run, then all one by one. */
  measure(): void {
    const allocatedBefore = allocatedBytes()
    const millis = this.#run()
    const allocated = allocatedBytes() - allocatedBefore
    const { candles } = this.#market
    this.#meanMicros = Math.min(this.#meanMicros, (1_000 * millis) / candles)
    this.#bytes = Math.min(this.#bytes, allocated / candles)
    this.#runTimed()
  }

  #run(): number {
    const pipelines = this.#pipelines()
    const { length, series } = this.#market
    this.#matches = 0
    this.#faults = 0
    const began = performance.now()
    for (let at = 0; at < length; at++) {
      for (let index = 0; index < pipelines.length; index++) {
        const candle = series[index]?.[at]
        if (candle === undefined) continue
        const step = pipelines[index]?.onCandle(candle)
        if (step === undefined) continue
        this.#matches += step.decisions.length
        this.#faults += step.faults.length
      }
    }
    return performance.now() - began
  }

  /** A candle that was slow for another's sake, such as the garbage collector's, is not slow in every round. */
  #runTimed(): void {
    const pipelines = this.#pipelines()
    const { length, series } = this.#market
    let nth = 0
    for (let at = 0; at < length; at++) {
      for (let index = 0; index < pipelines.length; index++) {
        const candle = series[index]?.[at]
        if (candle === undefined) continue
        const began = performance.now()
        pipelines[index]?.onCandle(candle)
        const took = performance.now() - began
        if (took < (this.#millis[nth] ?? 0)) this.#millis[nth] = took
        nth++
      }
    }
  }

  #pipelines(): ReadonlyArray<SymbolPipeline> {
    return this.#market.symbols.map((symbol) => new SymbolPipeline(symbol, this.#plan))
  }
}

/** All that this thread has ever allocated. */
const allocatedBytes = (): number => getHeapStatistics().total_allocated_bytes

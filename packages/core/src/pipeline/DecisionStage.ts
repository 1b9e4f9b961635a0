import type { Decision } from "../domain/Decision.ts"
import type { Detection, Score, TriggerCandle } from "../domain/Detection.ts"
import type { StockSymbol } from "../domain/StockSymbol.ts"
import type { ConfiguredGate, RunningGate } from "../plugin/defineGate.ts"
import type { ConfiguredPureScorer } from "../plugin/defineScorer.ts"
import { restorePart, startGate } from "./guardedStart.ts"
import type { PipelinePlan } from "./PipelinePlan.ts"
import type { PartFault } from "./PipelineStep.ts"
import { thrown } from "./thrown.ts"

/** The scorers and gates of one symbol. One that fails is as if it were not there: nothing is lost for it. */
export class DecisionStage {
  readonly #symbol: StockSymbol
  readonly #scorers: ReadonlyArray<ConfiguredPureScorer>
  readonly #gates: ReadonlyArray<SeatedGate>
  readonly #onFault: (fault: PartFault) => void

  constructor(symbol: StockSymbol, { gates, scorers }: PipelinePlan, onFault: (fault: PartFault) => void) {
    this.#symbol = symbol
    this.#scorers = scorers
    this.#gates = gates.map((gate) => ({ gate, running: startGate(gate) }))
    this.#onFault = onFault
  }

  decide(unscored: Detection, candle: TriggerCandle): Decision {
    const detection = this.#scorers.length === 0 ? unscored : this.#scored(unscored)
    const reason = this.#reasonToSuppress(detection)
    if (reason !== undefined) return { _tag: "Suppress", detection, reason }
    for (const seated of this.#gates) this.#guarded(seated, () => seated.running.passed(detection))
    return { _tag: "Publish", detection, candle }
  }

  snapshot(): Readonly<Record<string, unknown>> {
    const remembered = this.#gates.map(({ gate, running }) => [gate.id, running.snapshot()] as const)
    return Object.fromEntries(remembered.filter(([, state]) => state !== undefined))
  }

  restore(snapshot: Readonly<Record<string, unknown>>): void {
    for (const { gate, running } of this.#gates) if (gate.id in snapshot) restorePart(running, snapshot[gate.id])
  }

  #reasonToSuppress(detection: Detection): string | undefined {
    for (const seated of this.#gates) {
      const reason = this.#guarded(seated, () => seated.running.decide(detection))
      if (reason === undefined) continue
      if (seated.gate.reasons.has(reason)) return reason
      this.#fault("gate", seated.gate.id, `gave the reason ${String(reason)}, which is not declared in reasons`)
    }
    return undefined
  }

  #guarded<Answer>({ gate }: SeatedGate, call: () => Answer): Answer | undefined {
    try {
      return call()
    } catch (cause) {
      this.#fault("gate", gate.id, thrown(cause))
      return undefined
    }
  }

  #scored(detection: Detection): Detection {
    const scores = this.#scorers.flatMap(({ id, score }): ReadonlyArray<Score> => {
      try {
        const { model, probability } = score(detection)
        if (probability >= 0 && probability <= 1 && typeof model === "string")
          return [{ scorer: id, model, probability }]
        this.#fault("scorer", id, `gave the probability ${String(probability)} of the model ${String(model)}`)
      } catch (cause) {
        this.#fault("scorer", id, thrown(cause))
      }
      return []
    })
    return scores.length === 0 ? detection : { ...detection, scores }
  }

  #fault(kind: "gate" | "scorer", part: string, problem: string): void {
    this.#onFault({ kind, part, symbol: this.#symbol, problem, suspended: false })
  }
}

interface SeatedGate {
  readonly gate: ConfiguredGate
  readonly running: RunningGate
}

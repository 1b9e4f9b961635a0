import type { Decision } from "../domain/Decision.ts"
import type { Detection, Score, TriggerCandle } from "../domain/Detection.ts"
import type { StockSymbol } from "../domain/StockSymbol.ts"
import type { ConfiguredGate, RunningGate } from "../plugin/defineGate.ts"
import type { ConfiguredPureScorer } from "../plugin/defineScorer.ts"
import { promiseFault } from "../plugin/promiseFault.ts"
import { restorePart, startGate } from "./guardedStart.ts"
import type { PipelinePlan } from "./PipelinePlan.ts"
import type { PartFault } from "./PipelineStep.ts"
import { printed } from "./printed.ts"
import { takeJudgement } from "./takeJudgement.ts"
import { thrown } from "./thrown.ts"

/** The scorers and gates of one symbol. One that fails is as if it were not there: nothing is lost for it. */
export class DecisionStage {
  readonly #symbol: StockSymbol
  readonly #scorers: ReadonlyArray<ConfiguredPureScorer>
  readonly #gates: ReadonlyArray<SeatedGate>
  /** The host's own, which come first and change nothing, and those of plugins. */
  readonly #standardGates: ReadonlyArray<SeatedGate>
  readonly #pluginGates: ReadonlyArray<SeatedGate>
  readonly #onFault: (fault: PartFault) => void

  constructor(
    symbol: StockSymbol,
    { gates, scorers, standardGates }: PipelinePlan,
    onFault: (fault: PartFault) => void
  ) {
    this.#symbol = symbol
    this.#scorers = scorers
    const seated = (gate: ConfiguredGate): SeatedGate => ({ gate, running: startGate(gate) })
    this.#standardGates = standardGates.map(seated)
    this.#pluginGates = gates.map(seated)
    this.#gates = [...this.#standardGates, ...this.#pluginGates]
    this.#onFault = onFault
  }

  decide(unscored: Detection, candle: TriggerCandle): Decision {
    const reason = this.#reasonToSuppress(unscored, this.#standardGates)
    if (reason !== undefined) return { _tag: "Suppress", detection: unscored, reason }
    const shared = frozen(unscored)
    const detection = this.#scorers.length === 0 ? shared : this.#scored(shared)
    const pluginReason = this.#reasonToSuppress(detection, this.#pluginGates)
    if (pluginReason !== undefined) return { _tag: "Suppress", detection, reason: pluginReason }
    for (const seated of this.#gates) this.#guarded(seated, "in passed", () => seated.running.passed(detection))
    return { _tag: "Publish", detection, candle: Object.freeze(candle) }
  }

  snapshot(): Readonly<Record<string, unknown>> {
    const remembered = this.#gates.map(
      (seated) => [seated.gate.id, this.#guarded(seated, "in its snapshot", () => seated.running.snapshot())] as const
    )
    return Object.fromEntries(remembered.filter(([, state]) => state !== undefined))
  }

  restore(snapshot: Readonly<Record<string, unknown>>): void {
    for (const { gate, running } of this.#gates) if (gate.id in snapshot) restorePart(running, snapshot[gate.id])
  }

  #reasonToSuppress(detection: Detection, gates: ReadonlyArray<SeatedGate>): string | undefined {
    for (const seated of gates) {
      const reason = this.#guarded(seated, undefined, () => seated.running.decide(detection))
      if (reason === undefined) continue
      if (seated.gate.reasons.has(reason)) return reason
      this.#fault("gate", seated.gate.id, `gave the reason ${printed(reason)}, which is not declared in reasons`)
    }
    return undefined
  }

  #guarded<Answer>({ gate }: SeatedGate, where: string | undefined, call: () => Answer): Answer | undefined {
    let problem: string | undefined
    try {
      const answer = call()
      problem = promiseFault(answer)
      if (problem === undefined) return answer
    } catch (cause) {
      problem = thrown(cause)
    }
    this.#fault("gate", gate.id, where === undefined ? problem : `${problem} ${where}`)
    return undefined
  }

  #scored(detection: Detection): Detection {
    const scores = this.#scorers.flatMap(({ id, score }): ReadonlyArray<Score> => {
      try {
        const judgement = takeJudgement(score(detection))
        if (typeof judgement !== "string") return [{ scorer: id, ...judgement }]
        this.#fault("scorer", id, judgement)
      } catch (cause) {
        this.#fault("scorer", id, thrown(cause))
      }
      return []
    })
    return scores.length === 0 ? detection : Object.freeze({ ...detection, scores: Object.freeze(scores) })
  }

  #fault(kind: "gate" | "scorer", part: string, problem: string): void {
    this.#onFault({ kind, part, symbol: this.#symbol, problem, suspended: false })
  }
}

interface SeatedGate {
  readonly gate: ConfiguredGate
  readonly running: RunningGate
}

/** All scorers, gates and sinks are given the same detection, so nobody may change it. */
const frozen = (detection: Detection): Detection => {
  Object.freeze(detection.anchors)
  Object.freeze(detection.metadata)
  return Object.freeze(detection)
}

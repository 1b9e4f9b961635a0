import type { ConfiguredConsultingScorer, Detection } from "@mjolnir/core"

/** What a call of a scripted scorer does; it may give nonsense. */
type Consult = (detection: Detection, signal: AbortSignal) => Promise<unknown>

/** A scorer in memory whose behaviour a test changes as it goes; it is sure of everything at first. */
export class ScriptedScorer implements ConfiguredConsultingScorer {
  readonly name: string
  readonly id: string
  readonly score = undefined
  /** Detections that it was asked about. */
  readonly asked: Array<string> = []
  /** Calls that were told to stop. */
  stopped = 0
  closes = 0
  opening: () => Promise<void> = async () => {}
  consult: Consult = async () => ({ probability: 1, model: "sure" })

  constructor(name: string) {
    this.name = name
    this.id = `${name}@1.0.0`
  }

  readonly open: ConfiguredConsultingScorer["open"] = async () => {
    await this.opening()
    return {
      call: (detection, signal = new AbortController().signal) => {
        this.asked.push(detection.id)
        signal.addEventListener("abort", () => this.stopped++)
        return this.consult(detection, signal) as ReturnType<Awaited<ReturnType<typeof this.open>>["call"]>
      },
      close: async () => {
        this.closes++
      }
    }
  }
}

/** Answers for each detection when the test says so. */
export class Answers {
  readonly #waiting = new Map<string, (judgement: unknown) => void>()

  readonly consult: Consult = ({ id }) => new Promise((resolve) => this.#waiting.set(id, resolve))

  /** Answers the question about a detection. */
  give(id: string, probability = 0.5): void {
    this.#waiting.get(id)?.({ probability, model: "asked" })
    this.#waiting.delete(id)
  }

  /** Detections about which there is no answer yet. */
  get open(): ReadonlyArray<string> {
    return [...this.#waiting.keys()]
  }
}

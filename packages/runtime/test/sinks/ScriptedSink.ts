import type { ConfiguredSink, Delivery } from "@mjolnir/core"

/** What a call of a scripted sink does. */
type Deliver = (delivery: Delivery, signal: AbortSignal) => Promise<void>

/** A sink in memory whose behaviour a test changes as it goes. */
export class ScriptedSink implements ConfiguredSink {
  readonly name: string
  readonly id: string
  /** Detections that it was asked to deliver, an entry for each attempt. */
  readonly attempts: Array<string> = []
  /** Detections that it has delivered. */
  readonly delivered: Array<string> = []
  opens = 0
  closes = 0
  /** Calls under way. */
  underWay = 0
  /** The most calls that were ever under way at once. */
  mostUnderWay = 0
  opening: () => Promise<void> = async () => {}
  deliver: Deliver = async () => {}
  closing: () => Promise<void> = async () => {}

  constructor(name: string) {
    this.name = name
    this.id = `${name}@1.0.0`
  }

  readonly open: ConfiguredSink["open"] = async () => {
    this.opens++
    await this.opening()
    return {
      call: (delivery, signal = new AbortController().signal) => this.#call(delivery, signal),
      close: async () => {
        this.closes++
        await this.closing()
      }
    }
  }

  readonly #call: Deliver = async (delivery, signal) => {
    const { id } = delivery.detection
    this.attempts.push(id)
    this.mostUnderWay = Math.max(this.mostUnderWay, ++this.underWay)
    try {
      await this.deliver(delivery, signal)
      this.delivered.push(id)
    } finally {
      this.underWay--
    }
  }
}

/** Fails with this message. */
export const refusing = (message: string) => (): Promise<never> => Promise.reject(new Error(message))

/** Ends only when it is told to stop. */
export const untilStopped: Deliver = (_delivery, signal) =>
  new Promise((_resolve, reject) => signal.addEventListener("abort", () => reject(new Error("stopped"))))

/** Never ends, whatever it is told. */
export const never = (): Promise<never> => new Promise(() => {})

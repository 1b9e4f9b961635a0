import type { Detection, StockSymbol } from "@mjolnir/core"
import type { OutboxItem } from "@mjolnir/core/services"
import { Effect, type Fiber } from "effect"

/** What a queue of consultations works with. */
export interface Consultations {
  /** Gives the detection with its scores; never fails. */
  readonly consult: (detection: Detection) => Effect.Effect<Detection>
  /** Is given every item, those of a symbol in their order. Plain code that does not throw. */
  readonly deliver: (item: OutboxItem) => void
  /** Is told that an item goes out before everyone has been asked or has answered. */
  readonly onHurried: (reason: "overload" | "shutdown") => void
  readonly fork: (consultation: Effect.Effect<void>) => Fiber.Fiber<void>
}

/** Detections on which scorers are consulted at the same time. */
const mostAtOnce = 16
/** Detections that may wait; beyond, the oldest goes out as it is. */
const mostWaiting = 1_024

/**
 * Detections that wait for the judgements on them. Those of a symbol go out in the order in which they came; different
 * symbols do not wait for each other. Nothing is ever lost here: what cannot wait goes out without its scores.
 */
export class ConsultationQueue {
  readonly #consultations: Consultations
  /** Oldest first. */
  readonly #waiting = new Set<Entry>()
  readonly #bySymbol = new Map<StockSymbol, Array<Entry>>()
  /** The first of their symbols, for which there was no room yet; some may have gone out meanwhile. */
  readonly #next: Array<Entry> = []
  #underWay = 0
  #isBeginning = false
  #isOver = false

  constructor(consultations: Consultations) {
    this.#consultations = consultations
  }

  /** Detections that wait. */
  get size(): number {
    return this.#waiting.size
  }

  offer(item: OutboxItem): void {
    if (this.#isOver) {
      this.#consultations.onHurried("shutdown")
      this.#consultations.deliver(item)
      return
    }
    if (this.#waiting.size >= mostWaiting) this.#hurryOldest("overload")
    const entry: Entry = { item, fibre: undefined, isUnderWay: false }
    const { symbol } = item.detection
    const ofSymbol = this.#bySymbol.get(symbol)
    this.#waiting.add(entry)
    if (ofSymbol !== undefined) ofSymbol.push(entry)
    else {
      this.#bySymbol.set(symbol, [entry])
      this.#next.push(entry)
      this.#beginNext()
    }
  }

  /** Sends out all that waits as it is, and from now on whatever comes. */
  hurry(): void {
    this.#isOver = true
    while (this.#waiting.size > 0) this.#hurryOldest("shutdown")
  }

  /** The oldest of all is the first of its symbol, so that it overtakes nothing. */
  #hurryOldest(reason: "overload" | "shutdown"): void {
    const [oldest] = this.#waiting
    if (oldest === undefined) return
    this.#consultations.onHurried(reason)
    oldest.fibre?.interruptUnsafe()
    this.#goOut(oldest, oldest.item.detection)
  }

  /** One may end before the call that begins it returns; the next is then begun from here and not from within. */
  #beginNext(): void {
    if (this.#isBeginning || this.#isOver) return
    this.#isBeginning = true
    while (this.#underWay < mostAtOnce) {
      const entry = this.#next.shift()
      if (entry === undefined) break
      if (this.#waiting.has(entry)) this.#begin(entry)
    }
    this.#isBeginning = false
  }

  #begin(entry: Entry): void {
    this.#underWay++
    entry.isUnderWay = true
    const { consult, fork } = this.#consultations
    entry.fibre = fork(
      Effect.flatMap(consult(entry.item.detection), (detection) => Effect.sync(() => this.#goOut(entry, detection)))
    )
  }

  #goOut(entry: Entry, detection: Detection): void {
    if (!this.#waiting.delete(entry)) return
    if (entry.isUnderWay) this.#underWay--
    const { symbol } = detection
    const [, ...behind] = this.#bySymbol.get(symbol) ?? []
    const [following] = behind
    if (following === undefined) this.#bySymbol.delete(symbol)
    else {
      this.#bySymbol.set(symbol, behind)
      this.#next.push(following)
    }
    this.#consultations.deliver({ ...entry.item, detection })
    this.#beginNext()
  }
}

interface Entry {
  readonly item: OutboxItem
  fibre: Fiber.Fiber<void> | undefined
  isUnderWay: boolean
}

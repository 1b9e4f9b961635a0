import type { Candle, FormingCandle, StockSymbol } from "@mjolnir/core"
import type { PipelinePlan, PipelineSnapshot } from "@mjolnir/core/pipeline"

import { CandleHistory, historyPlan } from "./CandleHistory.ts"
import type { IsolatedSettings, LaneExtents, ToThread, WorkItem } from "./messages.ts"

/** A batch of work. */
export type Batch = Extract<ToThread, { readonly _tag: "Batch" }>

/**
 * What waits for the thread of a plugin and what the thread works off. Holds a bounded number of candles, and of each
 * symbol those that a new thread must know of. Plain code.
 */
export class WorkQueue {
  readonly #settings: Pick<IsolatedSettings, "calendar" | "interval">
  readonly #capacity: number
  #waiting: Array<WorkItem> = []
  #waitingCandles = 0
  readonly #forming = new Map<StockSymbol, WorkItem & { readonly _tag: "Forming" }>()
  /** The batch that has been sent and is not done. */
  #underWay: Batch | undefined
  /** Symbols that are watched no longer and may be in that batch. */
  readonly #forgotten = new Set<StockSymbol>()
  #lanes = ""
  #historyPlan: PipelinePlan | undefined
  readonly #histories = new Map<StockSymbol, CandleHistory>()
  /** Symbols that the thread knows. */
  readonly #known = new Set<StockSymbol>()

  constructor(settings: Pick<IsolatedSettings, "calendar" | "interval">, capacity: number) {
    this.#settings = settings
    this.#capacity = capacity
  }

  /** Candles that are not done. */
  get backlog(): number {
    return this.#waitingCandles + candlesIn(this.#underWay?.items ?? [])
  }

  /** True while the thread has something to do. */
  get isUnderWay(): boolean {
    return this.#underWay !== undefined
  }

  /** Takes a candle; false when the oldest had to give way for it. */
  offer(symbol: StockSymbol, candle: Candle, closedAt: number): boolean {
    const forming = this.#forming.get(symbol)
    if (forming !== undefined && forming.forming.time <= candle.time) this.#forming.delete(symbol)
    this.#forgotten.delete(symbol)
    this.#waiting.push({ _tag: "Candle", symbol, candle, closedAt })
    this.#waitingCandles++
    if (this.#waitingCandles <= this.#capacity) return true
    const oldest = this.#waiting.findIndex(({ _tag }) => _tag === "Candle")
    for (const item of this.#takeWaiting(oldest + 1)) this.#remember(item)
    return false
  }

  /** Takes the forming candle of a symbol; one that has not been sent gives way. */
  offerForming(symbol: StockSymbol, forming: FormingCandle, closedAt: number): void {
    this.#forming.set(symbol, { _tag: "Forming", symbol, forming, closedAt })
  }

  /** Lets higher candles close that ended by `time`, after all that has been offered. */
  closeUpTo(time: number, closedAt: number): void {
    if (this.#historyPlan !== undefined && this.#historyPlan.lanes.length > 1) {
      this.#waiting.push({ _tag: "CloseUpTo", time, closedAt })
    }
  }

  /** Forgets a symbol and says how many candles of it had not been sent. */
  forget(symbol: StockSymbol): number {
    const before = this.#waitingCandles
    this.#waiting = this.#waiting.filter((item) => item._tag === "CloseUpTo" || item.symbol !== symbol)
    this.#waitingCandles = candlesIn(this.#waiting)
    this.#forming.delete(symbol)
    this.#histories.delete(symbol)
    this.#known.delete(symbol)
    this.#forgotten.add(symbol)
    return before - this.#waitingCandles
  }

  /** A thread has begun, whose pipelines have these lanes; it knows no symbol. */
  begin(lanes: LaneExtents): void {
    const text = JSON.stringify(lanes)
    if (text === this.#lanes) return
    // Another version of the plugin may look at other candles.
    this.#lanes = text
    this.#historyPlan = historyPlan(this.#settings, lanes)
    this.#histories.clear()
  }

  /** The next batch to send; undefined when nothing waits or the last one is not done. */
  next(): Batch | undefined {
    if (this.#underWay !== undefined) return undefined
    const histories: Array<readonly [StockSymbol, PipelineSnapshot]> = []
    let count = 0
    for (const item of this.#waiting) {
      if (count >= mostItems || !this.#introduce(item, histories)) break
      count++
    }
    const items = this.#takeWaiting(count)
    // A forming candle is newer than every closed one.
    if (this.#waiting.length === 0) this.#takeForming(items, histories)
    if (items.length === 0 && histories.length === 0) return undefined
    this.#underWay = { _tag: "Batch", histories, items }
    return this.#underWay
  }

  /** The item of this index in the batch under way. */
  itemUnderWay(index: number): WorkItem | undefined {
    return this.#underWay?.items[index]
  }

  /** The batch under way is done. */
  done(): void {
    for (const item of this.#underWay?.items ?? []) this.#remember(item)
    this.#underWay = undefined
    this.#forgotten.clear()
  }

  /** What the gates in the thread remember of a symbol from now on. */
  rememberGates(symbol: StockSymbol, gates: PipelineSnapshot["gates"]): void {
    const history = this.#historyOf(symbol)
    if (history !== undefined) history.gates = gates
  }

  /**
   * The thread has ended at this item of the batch under way, -1 before the first. That item is history and is not tried
   * again; what comes after it waits for the next thread. Says how many candles are lost.
   */
  end(item: number): number {
    const items = this.#underWay?.items ?? []
    for (const begun of items.slice(0, item + 1)) this.#remember(begun)
    const rest = items.slice(item + 1).filter(({ _tag }) => _tag !== "Forming")
    this.#waiting = [...rest, ...this.#waiting]
    this.#waitingCandles += candlesIn(rest)
    this.#underWay = undefined
    this.#forgotten.clear()
    this.#known.clear()
    return candlesIn(items.slice(Math.max(0, item), item + 1))
  }

  /** Nobody will work off what waits: it is history. Says how many candles that are. */
  skipWaiting(): number {
    const skipped = this.#waitingCandles
    for (const item of this.#takeWaiting(this.#waiting.length)) this.#remember(item)
    this.#forming.clear()
    return skipped
  }

  /** Lets a symbol begin anew: its windows cannot be filled. */
  forgetHistory(symbol: string): void {
    for (const known of this.#histories.keys()) if (known === symbol) this.#histories.delete(known)
  }

  /** Makes the thread know the symbols of an item; false when that is too much for this batch. */
  #introduce(item: WorkItem, histories: Array<readonly [StockSymbol, PipelineSnapshot]>): boolean {
    for (const symbol of item._tag === "CloseUpTo" ? this.#histories.keys() : [item.symbol]) {
      if (this.#known.has(symbol)) continue
      if (histories.length >= mostHistories) return false
      const history = this.#histories.get(symbol)
      if (history !== undefined) histories.push([symbol, history.snapshot()])
      this.#known.add(symbol)
    }
    return true
  }

  #takeWaiting(count: number): Array<WorkItem> {
    const taken = this.#waiting.splice(0, count)
    this.#waitingCandles -= candlesIn(taken)
    return taken
  }

  #takeForming(items: Array<WorkItem>, histories: Array<readonly [StockSymbol, PipelineSnapshot]>): void {
    for (const [symbol, forming] of this.#forming) {
      if (items.length >= mostItems || !this.#introduce(forming, histories)) return
      this.#forming.delete(symbol)
      items.push(forming)
    }
  }

  /** What comes after the item finds its candle in the windows, whether anybody has looked at it or not. */
  #remember(item: WorkItem): void {
    if (item._tag === "Candle") this.#historyOf(item.symbol)?.push(item.candle)
    if (item._tag === "CloseUpTo") for (const history of this.#histories.values()) history.closeUpTo(item.time)
  }

  #historyOf(symbol: StockSymbol): CandleHistory | undefined {
    if (this.#historyPlan === undefined || this.#forgotten.has(symbol)) return undefined
    const history = this.#histories.get(symbol) ?? new CandleHistory(symbol, this.#historyPlan)
    this.#histories.set(symbol, history)
    return history
  }
}

/** Items of a batch, so that no message takes long to write. */
const mostItems = 500
/** Histories in a batch, for the same reason. */
const mostHistories = 50

const candlesIn = (items: ReadonlyArray<WorkItem>): number =>
  items.reduce((sum, { _tag }) => sum + (_tag === "Candle" ? 1 : 0), 0)

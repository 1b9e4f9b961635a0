import { getHeapStatistics } from "node:v8"

import type { Detector, RunningDetector, StockSymbol, CalledOn } from "@mjolnir/core"
import { calendars } from "@mjolnir/core/calendar"
import { makePipelinePlan, type PipelinePlan, type PipelineStep, SymbolPipeline } from "@mjolnir/core/pipeline"
import { Result } from "effect"

import type { Headway } from "./Headway.ts"
import type { DetectorFigures, FromThread, IsolatedSettings, ToThread, WorkItem } from "./messages.ts"

/**
 * The pipelines in the thread of a plugin: its detectors alone, one pipeline for each symbol. What they do next is
 * written down before they do it.
 */
class IsolatedPipelines {
  readonly #plan: PipelinePlan
  readonly #headway: Headway
  readonly #say: (message: FromThread) => void
  readonly #pipelines = new Map<StockSymbol, SymbolPipeline>()

  constructor(plan: PipelinePlan, headway: Headway, say: (message: FromThread) => void) {
    this.#plan = plan
    this.#headway = headway
    this.#say = say
  }

  /** Says what the service must know before it sends candles. */
  begin(): void {
    const [base, ...higher] = this.#plan.lanes
    this.#headway.turnTo("waiting")
    this.#say({
      _tag: "Ready",
      detectors: this.#plan.detectors.map(({ id }) => id),
      lanes: [extentOf(base), ...higher.map(extentOf)]
    })
  }

  /** Does what is asked and says what comes of it. */
  take(message: ToThread): void {
    if (message._tag === "Forget") {
      this.#pipelines.delete(message.symbol)
      return
    }
    for (const [symbol, snapshot] of message.histories) {
      this.#headway.turnTo("restoring", symbol)
      this.#pipelineOf(symbol).restore(snapshot)
    }
    for (const [index, item] of message.items.entries()) this.#work(index, item)
    this.#headway.turnTo("waiting")
    this.#say({
      _tag: "Done",
      figures: this.#plan.records.map(figuresOf),
      externalBytes: getHeapStatistics().external_memory
    })
  }

  #work(index: number, item: WorkItem): void {
    if (item._tag === "CloseUpTo") {
      for (const pipeline of this.#pipelines.values()) {
        this.#headway.turnTo("working", pipeline.symbol, index)
        this.#tell(index, pipeline, pipeline.closeUpTo(item.time))
      }
    } else {
      this.#headway.turnTo("working", item.symbol, index)
      const pipeline = this.#pipelineOf(item.symbol)
      const step = item._tag === "Candle" ? pipeline.onCandle(item.candle) : pipeline.onForming(item.forming)
      this.#tell(index, pipeline, step)
    }
  }

  #tell(item: number, pipeline: SymbolPipeline, { decisions, faults }: PipelineStep): void {
    if (decisions.length === 0 && faults.length === 0) return
    const hasPassed = decisions.some(({ _tag }) => _tag === "Publish")
    const gates = hasPassed ? { gates: pipeline.snapshot().gates } : {}
    this.#say({ _tag: "Found", item, symbol: pipeline.symbol, decisions, faults, ...gates })
  }

  #pipelineOf(symbol: StockSymbol): SymbolPipeline {
    const known = this.#pipelines.get(symbol)
    if (known !== undefined) return known
    const pipeline = new SymbolPipeline(symbol, this.#plan)
    this.#pipelines.set(symbol, pipeline)
    return pipeline
  }
}

/** Pipelines of these detectors; fails when the settings do not fit. */
export const isolatedPipelines = (
  detectors: ReadonlyArray<Detector>,
  settings: IsolatedSettings,
  callMillis: number,
  headway: Headway,
  say: (message: FromThread) => void
) =>
  Result.map(
    makePipelinePlan(detectors.map(traced(headway)), {
      ...settings,
      calendar: calendars[settings.calendar],
      meter: { now: () => performance.now(), budgetMillis: callMillis }
    }),
    (plan) => new IsolatedPipelines(plan, headway, say)
  )

/** The detector, which writes down when it is called. */
const traced =
  (headway: Headway) =>
  (detector: Detector, index: number): Detector => ({
    ...detector,
    configure: (settings) =>
      Result.map(detector.configure(settings), (configured) =>
        configured.on === "tick"
          ? { ...configured, start: () => tracedDetect(configured.start(), headway, index) }
          : { ...configured, start: () => tracedDetect(configured.start(), headway, index) }
      )
  })

const tracedDetect = <On extends CalledOn>(
  running: RunningDetector<On>,
  headway: Headway,
  index: number
): RunningDetector<On> => ({
  ...running,
  detect: (window, context) => {
    headway.enter(index)
    try {
      return running.detect(window, context)
    } finally {
      headway.enter(-1)
    }
  }
})

const extentOf = ({ capacity, interval, intervalMillis }: PipelinePlan["lanes"][number]) => ({
  interval,
  intervalMillis,
  capacity
})

const figuresOf = (record: PipelinePlan["records"][number]): DetectorFigures => ({
  id: record.id,
  isSuspended: record.breaker.state === "open",
  suspendedSymbols: record.suspended.size,
  calls: record.calls,
  matches: record.matches,
  faults: record.faults,
  lastFault: record.lastFault,
  timedCalls: record.timedCalls,
  timedMillis: record.timedMillis,
  slowestMillis: record.slowestMillis,
  overBudget: record.overBudget
})

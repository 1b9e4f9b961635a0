import {
  type Candle,
  type Detection,
  epochMillis,
  type HostContext,
  StockSymbol,
  type TriggerCandle
} from "@mjolnir/core"
import { builtInPlugins } from "@mjolnir/plugins"
import { Result } from "effect"

import { CandleRing } from "../src/candles/CandleRing.ts"
import { DetectorCalls } from "../src/pipeline/DetectorCalls.ts"
import { DetectorSeat } from "../src/pipeline/DetectorSeat.ts"
import { makePipelinePlan, type PipelinePlan } from "../src/pipeline/PipelinePlan.ts"
import { StepBuilder } from "../src/pipeline/PipelineStep.ts"
import { SymbolLanes } from "../src/pipeline/SymbolLanes.ts"
import { candleOf, toDetection } from "../src/pipeline/toDetection.ts"
import { SeededRandom } from "../src/testing/scenarios/SeededRandom.ts"

/** What guards and filters cost, as shares of what the detectors themselves take. */
export interface GuardCost {
  /** Nanoseconds per candle that the classic detectors take when they are just called. */
  readonly detectorNanos: number
  readonly guardShare: number
  readonly guardAndFilterShare: number
}

/**
 * Runs the classic detectors over a random walk in three ways: just called; called as the pipeline does, guarded; and so
 * with every filter set, though none filters anything. All three make the same detections. The shares are medians of
 * rounds in which the three take turns, for the speed of a machine varies more than what is measured.
 */
export const measureGuardCost = (rounds: number): GuardCost => {
  const candles = randomWalk(20_000)
  const guarded = planOf({})
  const filtered = planOf({ symbols: ["*"], sessions: ["pre", "regular", "post"], minimumVolume: 1 })
  const figures: Array<GuardCost> = []
  for (let round = 0; round <= rounds; round++) {
    const called = nanos(() => justCalled(guarded, candles, false))
    const bare = nanos(() => justCalled(guarded, candles, true))
    const guard = nanos(() => asInPipeline(guarded, candles))
    const filter = nanos(() => asInPipeline(filtered, candles))
    if (round === 0) continue
    figures.push({
      detectorNanos: called / candles.length,
      guardShare: (guard - bare) / called,
      guardAndFilterShare: (filter - bare) / called
    })
  }
  return {
    detectorNanos: median(figures.map((each) => each.detectorNanos)),
    guardShare: median(figures.map((each) => each.guardShare)),
    guardAndFilterShare: median(figures.map((each) => each.guardAndFilterShare))
  }
}

const symbol = StockSymbol.make("LOOP")
const context: HostContext = { symbol, interval: "1m", features: {}, higher: {} }

const planOf = (filters: object): PipelinePlan => {
  const detectors = builtInPlugins.filter(({ name }) => name === "classic").flatMap((plugin) => plugin.detectors)
  const settings = { filters: Object.fromEntries(detectors.map(({ name }) => [name, filters])) }
  return Result.getOrThrow(makePipelinePlan(detectors, settings))
}

const justCalled = ({ lanes: [lane] }: PipelinePlan, candles: ReadonlyArray<Candle>, isTold: boolean): number => {
  const { capacity, detectors, interval, intervalMillis } = lane
  const ring = new CandleRing(capacity)
  const running = detectors.map(({ detector, shown }) => ({
    shown,
    warmUp: detector.warmUp,
    detect: detector.start().detect,
    origin: { symbol, interval, detector: detector.id, canonicalParams: detector.canonicalParams }
  }))
  let found = 0
  let held = 0
  for (const candle of candles) {
    ring.push(candle)
    held++
    for (const { detect, origin, shown, warmUp } of running) {
      if (held < warmUp) continue
      ring.show(shown)
      for (const match of detect(ring.view, context)) {
        if (isTold)
          onDetection(
            toDetection(match, ring.view, candle.time + intervalMillis, origin),
            candleOf(ring.view, match.trigger)
          )
        found++
      }
    }
  }
  return found
}

/** Keeps what is made from being optimised away. */
let newest: readonly [Detection, TriggerCandle] | undefined
const onDetection = (detection: Detection, candle: TriggerCandle): void => {
  newest = [detection, candle]
}

const asInPipeline = (plan: PipelinePlan, candles: ReadonlyArray<Candle>): number => {
  const lanes: SymbolLanes = new SymbolLanes(plan, {
    onClosed: (lane) => calls.onClosed(lane),
    onFeatureFault: () => {}
  })
  const calls = new DetectorCalls(plan, lanes, new StepBuilder(), onDetection)
  const { base } = lanes
  for (const planned of base.plan.detectors) base.seats.push(new DetectorSeat(planned, context, plan.breaker))
  for (const candle of candles) lanes.push(candle)
  return newest === undefined ? -1 : 1
}

const nanos = (work: () => number): number => {
  const before = process.threadCpuUsage()
  if (work() < 0) throw new Error("what was found was counted wrongly")
  const { system, user } = process.threadCpuUsage(before)
  return (user + system) * 1e3
}

const median = (values: ReadonlyArray<number>): number =>
  [...values].sort((a, b) => a - b)[values.length >> 1] ?? Number.NaN

const randomWalk = (length: number): ReadonlyArray<Candle> => {
  const random = new SeededRandom(1)
  let cents = 1_000
  return Array.from({ length }, (_, minute) => {
    const prices = Array.from({ length: 10 }, () => (cents = Math.max(200, cents + random.whole(-3, 3))) / 100)
    return {
      time: epochMillis(Date.parse("2025-01-06T14:30:00Z") + minute * 60_000),
      open: prices[0] ?? 0,
      high: Math.max(...prices),
      low: Math.min(...prices),
      close: prices[9] ?? 0,
      volume: random.whole(100, 5_000),
      ticks: 10,
      partial: false,
      gap: 0
    }
  })
}

process.stdout.write(`${JSON.stringify(measureGuardCost(Number(process.argv[2] ?? 15)))}\n`)

import { type Candle, type Detection, type HostContext, StockSymbol, type TriggerCandle } from "@mjolnir/core"
import { minuteWalk } from "@mjolnir/core/testing"
import { builtInPlugins } from "@mjolnir/plugins"
import { Result } from "effect"

import { CandleRing } from "../../core/src/candles/CandleRing.ts"
import { idSeed } from "../../core/src/pipeline/detectionId.ts"
import { DetectorCalls } from "../../core/src/pipeline/DetectorCalls.ts"
import { DetectorSeat } from "../../core/src/pipeline/DetectorSeat.ts"
import { makePipelinePlan, type PipelinePlan } from "../../core/src/pipeline/PipelinePlan.ts"
import { StepBuilder } from "../../core/src/pipeline/PipelineStep.ts"
import { SymbolLanes } from "../../core/src/pipeline/SymbolLanes.ts"
import { candleOf, toDetection } from "../../core/src/pipeline/toDetection.ts"

/** What guards and filters cost, as shares of what the detectors themselves take. */
export interface GuardCost {
  /** Nanoseconds per candle that the classic detectors take when they are just called. */
  readonly detectorNanos: number
  readonly guardShare: number
  readonly guardAndFilterShare: number
}

/**
 * Runs the classic detectors over a random walk in three ways: just called; called as the pipeline does, guarded; and so
 * with every filter set, though none filters anything. All three make the same detections. The ways take turns, and each
 * is as fast as its fastest round: whatever else the machine does only adds to what is measured.
 */
export const measureGuardCost = (rounds: number): GuardCost => {
  // Around 20 dollars there is a match at every ninth candle, as on recorded stocks.
  const candles = minuteWalk(1, 5_000, { price: 20, deviation: 0.003 })
  const guarded = planOf({})
  const filtered = planOf({ symbols: ["*"], sessions: ["pre", "regular", "post"], minimumVolume: 1 })
  const fastest = { called: Infinity, bare: Infinity, guarded: Infinity, filtered: Infinity }
  for (let round = 0; round < rounds; round++) {
    fastest.called = Math.min(
      fastest.called,
      nanos(() => justCalled(guarded, candles, false))
    )
    fastest.bare = Math.min(
      fastest.bare,
      nanos(() => justCalled(guarded, candles, true))
    )
    fastest.guarded = Math.min(
      fastest.guarded,
      nanos(() => asInPipeline(guarded, candles))
    )
    fastest.filtered = Math.min(
      fastest.filtered,
      nanos(() => asInPipeline(filtered, candles))
    )
  }
  return {
    detectorNanos: fastest.called / candles.length,
    guardShare: (fastest.guarded - fastest.bare) / fastest.called,
    guardAndFilterShare: (fastest.filtered - fastest.bare) / fastest.called
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
  const running = detectors.map(({ detector, shown }) => {
    const source = { symbol, interval, detector: detector.id, canonicalParams: detector.canonicalParams }
    return {
      shown,
      warmUp: detector.warmUp,
      detect: detector.start().detect,
      origin: { ...source, seed: idSeed(source) }
    }
  })
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
  const began = process.hrtime.bigint()
  if (work() < 0) throw new Error("nothing was found")
  return Number(process.hrtime.bigint() - began)
}

process.stdout.write(`${JSON.stringify(measureGuardCost(Number(process.argv[2] ?? 200)))}\n`)

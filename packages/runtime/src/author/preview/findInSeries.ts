import { type Candle, type Detection, type Detector, type InvalidParams, intervalMillis } from "@mjolnir/core"
import { utcCalendar } from "@mjolnir/core/calendar"
import { CandleRollup } from "@mjolnir/core/candles"
import { makePipelinePlan, type PartFault, type PipelinePlan, SymbolPipeline } from "@mjolnir/core/pipeline"
import { Result } from "effect"

import { counted } from "../../output/plural.ts"
import type { DatedNearMiss, PreviewData } from "../../preview/PreviewData.ts"
import type { CandleSeries } from "../CandleSeries.ts"
import type { DetectorSettings } from "../detectorSettings.ts"

/** What a detector makes of candles, for each interval that it looks at. */
export interface FoundInSeries {
  readonly data: ReadonlyArray<PreviewData>
  /** Why there is nothing to show. */
  readonly problem?: string
  /** What went wrong in it on the way. */
  readonly faults?: string
}

/** Runs a detector over candles as `mjolnir detect` does, with nothing held back, and asks for all that it can tell. */
export const findInSeries = (
  detector: Detector,
  { filters, params }: DetectorSettings,
  series: CandleSeries
): Result.Result<FoundInSeries, InvalidParams> => {
  const { name } = detector
  const plan = makePipelinePlan([detector], {
    interval: series.interval,
    minimumConfidence: 0,
    cooldownMillis: 0,
    params: { [name]: params[name] ?? {} },
    filters: { [name]: filters[name] ?? {} },
    annotates: true,
    explains: "near_misses"
  })
  return Result.map(plan, (plan) => found(detector, plan, series))
}

const found = (detector: Detector, plan: PipelinePlan, series: CandleSeries): FoundInSeries => {
  const [configured] = plan.detectors
  const lanes = plan.lanes.filter(({ detectors }) => detectors.length > 0)
  if (configured?.on === "tick") return { data: [], problem: "it looks at ticks, and candles have none" }
  if (configured === undefined || lanes.length === 0) {
    const wanted = detector.intervals?.join(", ") ?? ""
    return { data: [], problem: `it looks at candles of ${wanted}, and these are of ${series.interval}` }
  }
  const pipeline = new SymbolPipeline(series.symbol, plan)
  const detections: Array<Detection> = []
  const nearMisses: Array<DatedNearMiss & Pick<Detection, "interval">> = []
  const faults: Array<PartFault> = []
  for (const candle of series.candles) {
    const step = pipeline.onCandle(candle)
    for (const { detection } of step.decisions) detections.push(detection)
    nearMisses.push(...step.nearMisses)
    faults.push(...step.faults)
  }
  const { emits, summary, version } = detector
  const about = {
    name: detector.name,
    version,
    summary,
    emits,
    params: JSON.parse(configured.canonicalParams),
    history: configured.history,
    warmUp: configured.warmUp
  }
  const data = lanes.map(({ interval }): PreviewData => ({
    detector: about,
    symbol: series.symbol,
    interval,
    source: series.source,
    candles: interval === series.interval ? series.candles : rolledUp(series, interval),
    detections: detections.filter((each) => each.interval === interval),
    nearMisses: nearMisses
      .filter((each) => each.interval === interval)
      .map(({ nearMiss, time }) => ({ nearMiss, time }))
  }))
  const [first] = faults
  if (first === undefined) return { data }
  return { data, faults: `it ${first.problem} (first of ${counted(faults.length, "failure")})` }
}

/** The candles of a higher interval that the pipeline shows its detectors. */
const rolledUp = (
  { candles, interval: base }: CandleSeries,
  interval: PreviewData["interval"]
): ReadonlyArray<Candle> => {
  const rollup = new CandleRollup(interval, intervalMillis[base], utcCalendar)
  const closed: Array<Candle> = []
  for (const candle of candles) {
    if (candle.time >= rollup.end) closed.push(rollup.close())
    rollup.add(candle)
    if (rollup.isComplete) closed.push(rollup.close())
  }
  return closed
}

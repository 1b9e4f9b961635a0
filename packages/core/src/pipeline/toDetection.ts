import { Predicate } from "effect"

import type { CandleWindow } from "../candles/CandleWindow.ts"
import type { Detection, TriggerCandle } from "../domain/Detection.ts"
import { type EpochMillis, epochMillis } from "../domain/EpochMillis.ts"
import { Direction, type Match } from "../domain/Match.ts"
import type { StockSymbol } from "../domain/StockSymbol.ts"
import type { ConfiguredDetector } from "../plugin/defineDetector.ts"
import { detectionId } from "./detectionId.ts"
import type { PipelinePlan } from "./PipelinePlan.ts"

/** The detection that a match amounts to. The match must be free of faults (`findFault`). */
export const toDetection = (
  match: Match,
  window: CandleWindow,
  symbol: StockSymbol,
  detector: ConfiguredDetector,
  plan: PipelinePlan
): Detection => {
  const anchors = match.anchors.map((age): EpochMillis => epochMillis(window.time(age)))
  const confidence = Math.min(1, Math.max(0, match.confidence))
  return {
    id: detectionId({
      symbol,
      interval: plan.interval,
      detector: detector.id,
      canonicalParams: detector.canonicalParams,
      pattern: match.pattern,
      anchors
    }),
    symbol,
    interval: plan.interval,
    detector: detector.id,
    pattern: match.pattern,
    direction: match.direction,
    confidence,
    triggerPrice: match.price,
    time: epochMillis(window.time(match.trigger)),
    confirmedAt: epochMillis(window.time(0) + plan.intervalMillis),
    anchors,
    metadata: confidence === match.confidence ? match.metadata : { ...match.metadata, raw_confidence: match.confidence }
  }
}

/** The prices of the candle that triggers the match. */
export const triggerCandle = (window: CandleWindow, { trigger }: Match): TriggerCandle => ({
  open: window.open(trigger),
  high: window.high(trigger),
  low: window.low(trigger),
  close: window.close(trigger),
  volume: window.volume(trigger)
})

/**
 * What is wrong with a match, if anything: a pattern not declared, no direction, a figure not finite, no anchor, a candle
 * not in the window. Checked by hand, for a match through its Schema costs as much as the detectors.
 */
export const findFault = (match: Match, window: CandleWindow, detector: ConfiguredDetector): string | undefined => {
  if (!detector.emits.has(match.pattern)) return `pattern ${match.pattern} is not declared in emits`
  if (!directions.has(match.direction)) return `direction is ${match.direction}`
  if (!Number.isFinite(match.confidence)) return `confidence is ${match.confidence}`
  if (!Number.isFinite(match.price)) return `price is ${match.price}`
  if (match.anchors.length === 0) return "there is no anchor, so nothing tells the match from others"
  const outside = [match.trigger, ...match.anchors].find(
    (age) => !Number.isInteger(age) || age < 0 || age >= window.size
  )
  if (outside !== undefined) return `candle age ${outside} is outside the window of ${window.size}`
  if (!Predicate.isObject(match.metadata)) return "metadata is not an object"
  for (const [name, value] of Object.entries(match.metadata)) {
    if (typeof value === "number" ? !Number.isFinite(value) : typeof value !== "string" && typeof value !== "boolean") {
      return `metadata ${name} is ${typeof value === "number" ? value : `of type ${typeof value}`}`
    }
  }
  return undefined
}

const directions: ReadonlySet<string> = new Set(Direction.literals)

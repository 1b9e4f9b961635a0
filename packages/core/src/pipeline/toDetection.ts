import type { CandleWindow } from "../candles/CandleWindow.ts"
import type { Detection, TriggerCandle } from "../domain/Detection.ts"
import { type EpochMillis, epochMillis } from "../domain/EpochMillis.ts"
import type { FormingCandle } from "../domain/FormingCandle.ts"
import type { Interval } from "../domain/Interval.ts"
import type { Match, ProvisionalMatch } from "../domain/Match.ts"
import type { StockSymbol } from "../domain/StockSymbol.ts"
import { detectionId, type IdSeed } from "./detectionId.ts"

/** Whose match it is. */
export interface MatchOrigin {
  readonly symbol: StockSymbol
  readonly interval: Interval
  /** `name@version`. */
  readonly detector: string
  readonly canonicalParams: string
  /** What its ids begin with. */
  readonly seed: IdSeed
}

/** The detection that a match amounts to, on the window in which it was found. The match must be free of faults. */
export const toDetection = (
  match: Match,
  window: CandleWindow,
  confirmedAt: number,
  { detector, interval, seed, symbol }: MatchOrigin
): Detection => {
  const { confidence, direction, metadata = {}, pattern, price } = match
  const anchors = match.anchors.map((age): EpochMillis => epochMillis(window.time(age)))
  const detection: Detection = {
    id: detectionId(seed, pattern, anchors),
    symbol,
    interval,
    detector,
    pattern,
    direction,
    confidence,
    triggerPrice: price,
    time: epochMillis(window.time(match.trigger)),
    confirmedAt: epochMillis(confirmedAt),
    anchors,
    metadata
  }
  return match.provisional === true ? { ...detection, provisional: true } : detection
}

/** The provisional detection that a match of the forming candle amounts to: confirmed by the newest tick, if at all. */
export const toProvisionalDetection = (
  match: ProvisionalMatch,
  window: CandleWindow,
  forming: FormingCandle,
  { detector, interval, seed, symbol }: MatchOrigin
): Detection => {
  const { confidence, direction, metadata = {}, pattern, price } = match
  const time = epochMillis(forming.time)
  const anchors = [...match.anchors.map((age): EpochMillis => epochMillis(window.time(age))), time]
  return {
    id: detectionId(seed, pattern, anchors),
    symbol,
    interval,
    detector,
    pattern,
    direction,
    confidence,
    triggerPrice: price,
    time,
    confirmedAt: epochMillis(forming.lastTime),
    anchors,
    metadata,
    provisional: true
  }
}

/** The prices of the candle of this age. */
export const candleOf = (window: CandleWindow, age: number): TriggerCandle => ({
  open: window.open(age),
  high: window.high(age),
  low: window.low(age),
  close: window.close(age),
  volume: window.volume(age)
})

/** The prices of a forming candle. */
export const candleSoFar = ({ highSoFar, last, lowSoFar, open, volumeSoFar }: FormingCandle): TriggerCandle => ({
  open,
  high: highSoFar,
  low: lowSoFar,
  close: last,
  volume: volumeSoFar
})

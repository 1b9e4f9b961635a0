import { epochMillis } from "../../../domain/EpochMillis.ts"
import type { Detector } from "../../../plugin/defineDetector.ts"
import { playCandle } from "./playCandle.ts"
import { millisOf } from "./Series.ts"
import type { Subject } from "./Subject.ts"

/**
 * Runs the detector over as many candles as the budget says, as the live service does: all series again and again, one
 * after the other in time. `goesOn` is asked before every candle.
 */
export const longRun = (subject: Subject, detector: Detector, goesOn: (index: number) => boolean): void => {
  const [first] = subject.series
  const pipeline = subject.pipeline(first, { detector, settings: { annotates: false, explains: "nothing" } })
  const candles = subject.series.flatMap((series) => series.candles)
  const millis = millisOf(first)
  let time: number = candles[0]?.time ?? 0
  for (let index = 0; index < subject.budget.candles && goesOn(index); index++) {
    const candle = candles[index % candles.length]
    if (candle === undefined) return
    time += candle.gap * millis
    playCandle(pipeline, { ...candle, time: epochMillis(time) }, millis)
    time += millis
  }
}

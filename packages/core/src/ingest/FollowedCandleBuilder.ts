import { CandleBuilder } from "../candles/CandleBuilder.ts"
import type { FormingCandle } from "../domain/FormingCandle.ts"

/** Builds the candles of a symbol whose forming candle somebody looks at; the ticks of all others pay nothing for it. */
export class FollowedCandleBuilder extends CandleBuilder {
  /** Ticks came since the forming candle was last taken. */
  #isTouched = false
  #newestTickTime = Number.NEGATIVE_INFINITY

  override add(time: number, price: number, volume: number): boolean {
    const isAdded = super.add(time, price, volume)
    if (isAdded) {
      this.#isTouched = true
      if (time > this.#newestTickTime) this.#newestTickTime = time
    }
    return isAdded
  }

  /**
   * The forming candle, if it has taken ticks since it was last taken. One whose predecessor still waits for late ticks
   * is left for the next time, so that all closed candles come before it.
   */
  takeForming(): FormingCandle | undefined {
    if (!this.#isTouched) return undefined
    const [candle, ...newer] = this.openCandles()
    if (newer.length > 0) return undefined
    this.#isTouched = false
    return (
      candle && {
        time: candle.time,
        open: candle.open,
        highSoFar: candle.high,
        lowSoFar: candle.low,
        last: candle.close,
        volumeSoFar: candle.volume,
        ticksSoFar: candle.ticks,
        // The newest tick is in the newest candle.
        lastTime: this.#newestTickTime
      }
    )
  }
}

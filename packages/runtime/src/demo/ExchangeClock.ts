import { type EpochMillis } from "@mjolnir/core"
import { MarketClock } from "@mjolnir/core/services"
import { Context, Effect, Layer } from "effect"

/**
 * The simulated exchange's hand on the market's clock. The clock stands still until the exchange moves it, which it
 * does when every tick before that time has arrived: so no tick is ever late, however busy the machine is, and the
 * same seed gives the same candles.
 */
export class ExchangeClock extends Context.Service<
  ExchangeClock,
  {
    readonly now: () => EpochMillis
    readonly advanceTo: (time: EpochMillis) => void
  }
>()("@mjolnir/runtime/demo/ExchangeClock") {
  /** The market's clock, at `start`, and the hand on it; `speed` is how fast the exchange means to move it. */
  static readonly layer = (start: EpochMillis, speed: number): Layer.Layer<ExchangeClock | MarketClock> =>
    Layer.effectContext(
      Effect.sync(() => {
        let time = start
        const now = () => time
        const advanceTo = (next: EpochMillis) => {
          if (next > time) time = next
        }
        return Context.make(MarketClock, MarketClock.of({ now, speed })).pipe(
          Context.add(ExchangeClock, ExchangeClock.of({ now, advanceTo }))
        )
      })
    )
}

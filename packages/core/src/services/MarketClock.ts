import { Clock, Context, Effect, Layer } from "effect"

import { type EpochMillis, epochMillis } from "../domain/EpochMillis.ts"

/** The time of the market's own clock: that of the ticks, which a simulation may run faster than the wall clock. */
export class MarketClock extends Context.Service<
  MarketClock,
  {
    readonly now: () => EpochMillis
    /** Milliseconds of market time that pass in one of ours. */
    readonly speed: number
  }
>()("@mjolnir/core/services/MarketClock") {
  /** Follows Effect's clock: the system's, or a test's. */
  static readonly layer: Layer.Layer<MarketClock> = Layer.effect(
    MarketClock,
    Effect.map(Clock.Clock, (clock) =>
      MarketClock.of({ now: () => epochMillis(clock.currentTimeMillisUnsafe()), speed: 1 })
    )
  )
}

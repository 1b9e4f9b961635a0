import { type Interval, intervalMillis } from "@mjolnir/core"
import type { CandleSettings } from "@mjolnir/core/candles"
import { Effect, Schema } from "effect"

/** What the flags of `candles` and `replay` say of the frames. */
export interface FrameChoice {
  readonly file: string
  /** Symbols with commas, or `@FILE`. */
  readonly watch: string
  /** Milliseconds. */
  readonly grace: number
  readonly volumeMode: CandleSettings["volumeMode"]
  readonly interval: Interval
}

/** The grace is longer than a candle. */
export class GraceTooLong extends Schema.TaggedError<GraceTooLong>()("GraceTooLong", {
  graceMillis: Schema.Finite,
  interval: Schema.String
}) {
  override get message() {
    return `--grace is ${this.graceMillis} ms; expected at most the interval, ${this.interval}`
  }
}

/** The settings of the candles that the flags ask for. */
export const candleSettings = (choice: FrameChoice): Effect.Effect<CandleSettings, GraceTooLong> => {
  const { grace: graceMillis, interval, volumeMode } = choice
  return graceMillis > intervalMillis[interval]
    ? Effect.fail(new GraceTooLong({ graceMillis, interval }))
    : Effect.succeed({ interval, graceMillis, volumeMode })
}

import { defaultCandleSettings } from "@mjolnir/core/candles"
import { Argument, Flag } from "effect/cli"

import { durationFlag } from "./durationFlag.ts"

/** The argument and flags of every command that reads raw frames. */
export const frameFlags = {
  file: Argument.String("FILE").pipe(
    Argument.withDescription("Raw frames, one per line, plain or gzip; - for standard input")
  ),
  watch: Flag.String("watch").pipe(
    Flag.withMetavar("A,B"),
    Flag.withDescription("Symbols to watch, with commas between; @FILE reads one symbol per line")
  ),
  grace: durationFlag("grace").pipe(
    Flag.withDescription("How long after its end a candle takes late ticks (default: 2s)"),
    Flag.withDefault(defaultCandleSettings.graceMillis)
  ),
  volumeMode: Flag.Literals("volume-mode", ["trade", "cumulative"]).pipe(
    Flag.withDescription("Whether a tick's volume is the trade's own or the day's so far (default: trade)"),
    Flag.withDefault(defaultCandleSettings.volumeMode)
  )
}

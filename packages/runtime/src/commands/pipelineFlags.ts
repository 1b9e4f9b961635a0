import { Interval } from "@mjolnir/core"
import { defaultPipelineSettings } from "@mjolnir/core/pipeline"
import { Flag } from "effect/cli"

import { mostLookback } from "../config/variables.ts"
import { defaultPlugin } from "../plugins/defaultPlugin.ts"
import { durationFlag } from "./durationFlag.ts"

/** The length of the candles. */
export const intervalFlag = Flag.Literals("interval", Interval.literals).pipe(
  Flag.withDescription(`Length of a candle (default: ${defaultPipelineSettings.interval})`),
  Flag.withDefault(defaultPipelineSettings.interval)
)

/** The flags of every command that runs detectors over data at rest. */
export const pipelineFlags = {
  plugin: Flag.String("plugin").pipe(
    Flag.withMetavar("NAME"),
    Flag.withDescription(`Plugin to run, may be given several times (default: ${defaultPlugin})`),
    Flag.atLeast(0)
  ),
  lookback: Flag.Int("lookback").pipe(
    Flag.withMetavar("N"),
    Flag.withDescription(`Candles kept per symbol (default: ${defaultPipelineSettings.lookback})`),
    Flag.filter(
      (candles) => candles >= 1 && candles <= mostLookback,
      () => `a whole number from 1 to ${mostLookback}`
    ),
    Flag.withDefault(defaultPipelineSettings.lookback)
  ),
  minConfidence: Flag.Finite("min-confidence").pipe(
    Flag.withMetavar("X"),
    Flag.withDescription(
      `Print detections of at least this confidence, 0 to 1 (default: ${defaultPipelineSettings.minimumConfidence})`
    ),
    Flag.filter(
      (confidence) => confidence >= 0 && confidence <= 1,
      () => "a number from 0 to 1"
    ),
    Flag.withDefault(defaultPipelineSettings.minimumConfidence)
  ),
  cooldown: durationFlag("cooldown").pipe(
    Flag.withDescription(
      "Candle time before a pattern is printed again for the same symbol; 0 for always (default: 5m)"
    ),
    Flag.withDefault(defaultPipelineSettings.cooldownMillis)
  ),
  interval: intervalFlag,
  format: Flag.Literals("format", ["jsonl", "table", "csv"]).pipe(
    Flag.withDescription("How detections are printed (default: table on a terminal, else jsonl)"),
    Flag.optional
  )
}

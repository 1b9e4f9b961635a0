import { Interval } from "@mjolnir/core"
import { calendars } from "@mjolnir/core/calendar"
import { defaultPipelineSettings } from "@mjolnir/core/pipeline"
import { Struct } from "effect"
import { Flag } from "effect/cli"

import { mostLookback } from "../config/variables.ts"
import { defaultPlugin } from "../plugins/defaultPlugin.ts"
import { durationFlag } from "./durationFlag.ts"

/** The length of the candles. */
export const intervalFlag = Flag.Literals("interval", Interval.literals).pipe(
  Flag.withDescription(`Length of a candle (default: ${defaultPipelineSettings.interval})`),
  Flag.withDefault(defaultPipelineSettings.interval)
)

/** The flags of every command that runs plugins. */
export const pluginFlags = {
  plugin: Flag.String("plugin").pipe(
    Flag.withMetavar("NAME|PATH"),
    Flag.withDescription(
      `Plugin to run instead of ${defaultPlugin}: a built-in one, an npm package or a path; may be given several times`
    ),
    Flag.atLeast(0)
  ),
  settings: Flag.String("settings").pipe(
    Flag.withMetavar("FILE"),
    Flag.withDescription("Settings of plugins and their detectors, as YAML or JSON"),
    Flag.optional
  )
}

/** The flags of every command that runs detectors over data at rest. */
export const pipelineFlags = {
  ...pluginFlags,
  lookback: Flag.Int("lookback").pipe(
    Flag.withMetavar("N"),
    Flag.withDescription(
      "Most candles that a detector may look at: fewer than it asks for, and it misses what is longer (default: what each asks for)"
    ),
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
  details: Flag.Boolean("details").pipe(
    Flag.withDescription(
      "Give each detection its annotations and rule scores, as JSON lines unless --format says otherwise"
    ),
    Flag.withDefault(false)
  ),
  interval: intervalFlag,
  calendar: Flag.Literals("calendar", Struct.keys(calendars)).pipe(
    Flag.withDescription("Where candles of higher intervals begin and which sessions there are (default: utc)"),
    Flag.withDefault("utc" as const)
  ),
  format: Flag.Literals("format", ["jsonl", "table", "csv"]).pipe(
    Flag.withDescription(
      "How detections are printed (default: table on a terminal, else jsonl); only jsonl has the details"
    ),
    Flag.optional
  )
}

import { Effect, Schema } from "effect"

import { FilterSettings } from "./FilterSettings.ts"

/** A part takes its params as they are: its own Schema decodes them. */
const PartSetting = Schema.Struct({ params: Schema.optionalKey(Schema.Record(Schema.String, Schema.Unknown)) })

const DetectorSetting = Schema.Struct({ ...PartSetting.fields, filters: Schema.optionalKey(FilterSettings) })

const PluginSetting = Schema.Struct({ isolation: Schema.optionalKey(Schema.Literals(["inline", "worker"])) })

const noneSet = Effect.succeed({})

const PartSettings = Schema.Record(Schema.String, PartSetting).pipe(Schema.withDecodingDefaultKey(noneSet))

/**
 * What an operator sets for plugins and their parts, by name.
 *
 * @example
 * plugins:
 *   three: { isolation: worker }
 * detectors:
 *   double-top: { params: { tolerance: 0.02 }, filters: { symbols: ["A*"], sessions: [regular] } }
 */
export const PluginSettings = Schema.Struct({
  plugins: Schema.Record(Schema.String, PluginSetting).pipe(Schema.withDecodingDefaultKey(noneSet)),
  detectors: Schema.Record(Schema.String, DetectorSetting).pipe(Schema.withDecodingDefaultKey(noneSet)),
  gates: PartSettings,
  scorers: PartSettings,
  sinks: PartSettings,
  feeds: PartSettings
})
export type PluginSettings = typeof PluginSettings.Type

/** The fields of the settings that are by the name of a part. */
export const settableParts = ["detectors", "gates", "scorers", "sinks", "feeds"] as const
export type SettablePart = (typeof settableParts)[number]

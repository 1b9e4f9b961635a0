import { Interval } from "@mjolnir/core"
import { Effect, Schema } from "effect"

import { FilterSettings } from "../config/FilterSettings.ts"

const KebabName = Schema.String.check(
  Schema.isPattern(/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/, { message: "Expected lower-case words joined by hyphens" })
)

const described = {
  name: KebabName,
  version: Schema.NonEmptyString,
  summary: Schema.NonEmptyString,
  /** The params as a JSON Schema. */
  params: Schema.optionalKey(Schema.Unknown)
}

const listOf = <Fields extends Schema.Struct.Fields>(fields: Fields) =>
  Schema.Array(Schema.Struct({ ...described, ...fields })).pipe(Schema.withDecodingDefaultKey(Effect.succeed([])))

/** What is said of the parts of a plugin without running their code. */
export const PluginParts = Schema.Struct({
  feeds: listOf({}),
  features: listOf({}),
  detectors: listOf({
    emits: Schema.Array(Schema.NonEmptyString),
    on: Schema.optionalKey(Schema.Literals(["candle", "tick"])),
    intervals: Schema.optionalKey(Schema.Array(Interval)),
    filters: Schema.optionalKey(FilterSettings)
  }),
  scorers: listOf({}),
  gates: listOf({ reasons: Schema.Array(Schema.NonEmptyString) }),
  sinks: listOf({})
})
export type PluginParts = typeof PluginParts.Type

/**
 * The field `mjolnir` of a plugin's package.json: what the host must know before it runs the plugin's code. A plugin
 * that runs in a worker must describe its parts.
 *
 * @example
 * "mjolnir": {
 *   "name": "three",
 *   "sdk": "^0.1.0",
 *   "summary": "Runs of three",
 *   "isolation": "worker",
 *   "parts": {
 *     "detectors": [
 *       { "name": "three-up", "version": "1.0.0", "summary": "Three rising closes in a row", "emits": ["THREE_UP"] }
 *     ]
 *   }
 * }
 */
export const ManifestField = Schema.Struct({
  name: KebabName,
  /** Versions of `@mjolnir/core` that it works with. */
  sdk: Schema.NonEmptyString,
  summary: Schema.optionalKey(Schema.NonEmptyString),
  isolation: Schema.optionalKey(Schema.Literals(["inline", "worker"])),
  parts: Schema.optionalKey(PluginParts)
})

/** What a plugin's package.json says of it. */
export interface PluginManifest extends Schema.Schema.Type<typeof ManifestField> {
  /** Absolute path of the package.json. */
  readonly file: string
  /** The version of the package. */
  readonly version: string
}

import { Session } from "@mjolnir/core"
import { Schema } from "effect"

/** Filters of a detector as a manifest or a settings file writes them. */
export const FilterSettings = Schema.Struct({
  symbols: Schema.optionalKey(Schema.Array(Schema.NonEmptyString)),
  sessions: Schema.optionalKey(Schema.Array(Session)),
  minimumVolume: Schema.optionalKey(Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0)))
})

import { Schema } from "effect"

/**
 * A number in the state of a feature, changed in place. Any number: what is not there yet is NaN, and a snapshot must
 * never fail.
 */
// @effect-diagnostics-next-line schemaNumber:off
export const stateNumber = Schema.mutableKey(Schema.Number)

/** A ring of such numbers. */
// @effect-diagnostics-next-line schemaNumber:off
export const stateNumbers = Schema.mutable(Schema.Array(Schema.Number))

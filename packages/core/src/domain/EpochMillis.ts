import { Schema } from "effect"

/** A point in time as whole milliseconds since 1970-01-01 UTC: the only form of time inside Mjolnir. */
export const EpochMillis = Schema.Int.pipe(Schema.brand("EpochMillis"))
export type EpochMillis = typeof EpochMillis.Type

/** Brands a number that is known to be whole milliseconds, such as a sum of a time and a duration. */
export const epochMillis = (millis: number): EpochMillis => millis as EpochMillis

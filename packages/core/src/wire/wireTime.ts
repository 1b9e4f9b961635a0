import { Effect, Schema, SchemaGetter, SchemaIssue } from "effect"

import { EpochMillis, epochMillis } from "../domain/EpochMillis.ts"

/** Times before this are absurd: 2000-01-01. */
const earliest = 946_684_800_000
/** Times from this on are absurd: 2100-01-01. */
const latest = 4_102_444_800_000
/** A number greater than this is in milliseconds, any other in seconds. */
const greatestSecond = 1e10

/**
 * Epoch milliseconds of a timestamp in seconds or milliseconds, NaN when it is absurd (not between 2000 and 2100).
 *
 * Fractions are rounded to the microsecond first, so 1753277459.9999999 s belongs to the next minute.
 */
export const millisFromWire = (timestamp: number): number => {
  const micros = Math.round(timestamp > greatestSecond ? timestamp * 1e3 : timestamp * 1e6)
  const millis = Math.floor(micros / 1e3)
  return millis >= earliest && millis < latest ? millis : Number.NaN
}

/** A timestamp as producers send it: a number of seconds or milliseconds since 1970, told apart by its size. */
export const WireTime = Schema.Finite.pipe(
  Schema.decodeTo(EpochMillis, {
    decode: SchemaGetter.transformEffect((timestamp: number) => {
      const millis = millisFromWire(timestamp)
      return Number.isNaN(millis)
        ? Effect.fail(new SchemaIssue.InvalidValue({ message: "a time between the years 2000 and 2100" }))
        : Effect.succeed(epochMillis(millis))
    }),
    encode: SchemaGetter.transform((millis: number) => millis)
  })
)

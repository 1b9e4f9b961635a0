import { Effect, Schema } from "effect"

/** A number of zero or more that an operator may set, with its default. */
export const setting = (byDefault: number) =>
  Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0)).pipe(Schema.withDecodingDefaultKey(Effect.succeed(byDefault)))

/** Nothing to set. An empty `Schema.Struct` would take any value and make it a part of the detections' ids. */
export const noSettings = Schema.Record(Schema.String, Schema.Never)

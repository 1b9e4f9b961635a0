import { Effect, Schema } from "effect"

/** A number of zero or more that an operator may set, with what it is for and its default. */
export const setting = (description: string, byDefault: number) =>
  Schema.Finite.check(Schema.isGreaterThanOrEqualTo(0))
    .annotate({ description })
    .pipe(Schema.withDecodingDefaultKey(Effect.succeed(byDefault)))

/** Nothing to set. An empty `Schema.Struct` would take any value and make it a part of the detections' ids. */
export const noSettings = Schema.Record(Schema.String, Schema.Never)

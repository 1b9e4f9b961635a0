import { Duration, Effect, Option, Schema, SchemaGetter, SchemaIssue } from "effect"

/** A length of time as people write it: `5m`, `300s`, `250ms`, `1h`, `0`, or in words such as `90 seconds`. */
export const DurationText = Schema.String.pipe(
  Schema.decodeTo(Schema.Duration, {
    decode: SchemaGetter.transformEffect((text: string) => {
      const parsed = parseDuration(text)
      return parsed === undefined
        ? Effect.fail(
            new SchemaIssue.InvalidValue({ message: "a length of time such as 5m, 300s, 250ms, 0 or 90 seconds" })
          )
        : Effect.succeed(parsed)
    }),
    encode: SchemaGetter.transform((duration: Duration.Duration) => `${Duration.toMillis(duration)}ms`)
  })
)

const millisPerUnit: Readonly<Record<string, number>> = { ms: 1, s: 1_000, m: 60_000, h: 3_600_000, d: 86_400_000 }

const parseDuration = (text: string): Duration.Duration | undefined => {
  const short = /^(\d+(?:\.\d+)?)\s*(ms|s|m|h|d)$/.exec(text.trim())
  if (text.trim() === "0") return Duration.zero
  if (short !== null) return Duration.millis(Number(short[1]) * (millisPerUnit[short[2] ?? ""] ?? Number.NaN))
  return Option.getOrUndefined(Duration.fromInput(text.trim() as Duration.Input))
}

import { Duration, Effect, Option, Schema, SchemaGetter, SchemaIssue } from "effect"

/** Reads what a person writes for a length of time: `5m`, `300s`, `250ms`, `1.5h`, `90 seconds` or `0`. */
export const parseDuration = (text: string): Option.Option<Duration.Duration> => {
  const [, amount, word = ""] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/.exec(text.trim().toLowerCase()) ?? []
  if (Number(amount) === 0 && word === "") return Option.some(Duration.zero)
  const unit = units.find(({ words }) => words.includes(word))
  return unit === undefined ? Option.none() : Option.some(Duration.millis(Number(amount) * unit.millis))
}

/** A length of time in a text. */
export const DurationText = Schema.String.pipe(
  Schema.decodeTo(Schema.Duration, {
    decode: SchemaGetter.transformEffect((text: string) =>
      Effect.fromOption(parseDuration(text), () => new SchemaIssue.InvalidValue({ message: durationForms }))
    ),
    encode: SchemaGetter.transform((duration: Duration.Duration) => `${Duration.toMillis(duration)}ms`)
  })
)

/** What to write for a length of time, for messages. */
export const durationForms = "a duration such as 5m, 300s, 250ms, 90 seconds or 0"

const units = [
  { millis: 1, words: ["ms", "milli", "millis", "millisecond", "milliseconds"] },
  { millis: 1_000, words: ["s", "sec", "secs", "second", "seconds"] },
  { millis: 60_000, words: ["m", "min", "mins", "minute", "minutes"] },
  { millis: 3_600_000, words: ["h", "hour", "hours"] },
  { millis: 86_400_000, words: ["d", "day", "days"] }
]

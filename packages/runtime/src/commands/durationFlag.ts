import { Duration, Option } from "effect"
import { Flag } from "effect/cli"

/** A flag for a length of time such as `5m`, `300s`, `90 seconds` or `0`; gives milliseconds. */
export const durationFlag = (name: string): Flag.Flag<number> =>
  Flag.String(name).pipe(
    Flag.withMetavar("DURATION"),
    Flag.filterMap(
      (text) => Option.map(parseDuration(text), Duration.toMillis),
      () => "a duration such as 5m, 300s, 90 seconds or 0"
    )
  )

/** Reads what a person writes for a length of time. */
export const parseDuration = (text: string): Option.Option<Duration.Duration> => {
  const [, amount, word] = /^(\d+(?:\.\d+)?)\s*([a-z]*)$/.exec(text.trim().toLowerCase()) ?? []
  if (Number(amount) === 0 && word === "") return Option.some(Duration.zero)
  const unit = Object.entries(words).find(([, names]) => names.includes(word ?? ""))?.[0] as Unit | undefined
  return unit === undefined ? Option.none() : Duration.fromInput(`${Number(amount)} ${unit}`)
}

type Unit = keyof typeof words

/** The words of each unit that Effect knows. */
const words = {
  millis: ["ms", "milli", "millis", "millisecond", "milliseconds"],
  seconds: ["s", "sec", "secs", "second", "seconds"],
  minutes: ["m", "min", "mins", "minute", "minutes"],
  hours: ["h", "hour", "hours"],
  days: ["d", "day", "days"]
}

import { Duration, Option } from "effect"
import { Flag } from "effect/cli"

import { durationForms, parseDuration } from "../config/duration.ts"

/** A flag for a length of time such as `5m`, `300s`, `90 seconds` or `0`; gives milliseconds. */
export const durationFlag = (name: string): Flag.Flag<number> =>
  Flag.String(name).pipe(
    Flag.withMetavar("DURATION"),
    Flag.filterMap(
      (text) => Option.map(parseDuration(text), Duration.toMillis),
      () => durationForms
    )
  )

import { Duration, Effect, Random } from "effect"

/** The first and the longest pause of something that is tried again and again. */
export interface Pauses {
  readonly first: Duration.Duration
  readonly longest: Duration.Duration
}

/**
 * How long to wait after so many failures in a row, counted from 0. It doubles with each up to the longest, and half of
 * it is chance, so that many who failed together do not come back at the same moment.
 */
export const pauseAfter = (failures: number, { first, longest }: Pauses): Effect.Effect<Duration.Duration> =>
  Effect.map(Random.next, (chance) => {
    const full = Math.min(Duration.toMillis(longest), Duration.toMillis(first) * 2 ** failures)
    return Duration.millis(Math.round(full * (0.5 + chance / 2)))
  })

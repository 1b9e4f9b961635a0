import { Effect } from "effect"

/**
 * Lets a command that runs until it is stopped end well when SIGINT or SIGTERM stops it, unless it could not end well.
 * Any other command that is interrupted has not done what it was asked to. An interruption has no result, so the exit
 * code is set, which `teardown` heeds.
 */
export const doneWhenStopped = <A, E, R>(command: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.onInterrupt(command, () =>
    Effect.sync(() => {
      process.exitCode = 0
    })
  )

import { Cause, Effect, Exit, type Runtime } from "effect"

/**
 * Lets a command that runs until it is stopped end well when SIGINT or SIGTERM stops it, unless it could not end well.
 * Any other command that is interrupted has not done what it was asked to.
 */
export const doneWhenStopped = <A, E, R>(command: Effect.Effect<A, E, R>): Effect.Effect<A, E, R> =>
  Effect.onInterrupt(command, () =>
    Effect.sync(() => {
      process.exitCode = 0
    })
  )

/** Ends the process: with 0 after success, 130 after an interruption that is not {@link doneWhenStopped}, else with 1. */
export const teardown: Runtime.Teardown = (exit, onExit) => {
  if (Exit.isSuccess(exit)) return onExit(0)
  return onExit(Cause.hasInterruptsOnly(exit.cause) ? Number(process.exitCode ?? 130) : 1)
}

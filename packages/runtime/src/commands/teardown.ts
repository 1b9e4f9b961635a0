import { Cause, Exit, type Runtime } from "effect"

/**
 * Ends the process: with 0 after success, after an interruption with the exit code that `doneWhenStopped` has set, else
 * with 130, and after a failure with 1.
 */
export const teardown: Runtime.Teardown = (exit, onExit) => {
  if (Exit.isSuccess(exit)) return onExit(0)
  return onExit(Cause.hasInterruptsOnly(exit.cause) ? Number(process.exitCode ?? 130) : 1)
}

import { Cause, Console, Effect, Option, Predicate } from "effect"
import { CliError } from "effect/cli"

import { oneLine } from "./oneLine.ts"

/** Reports on standard error why the command failed: in one line, but a defect, which is a bug, with its origin. */
export const reportFailure = (cause: Cause.Cause<unknown>): Effect.Effect<void> => {
  if (Cause.hasInterruptsOnly(cause)) return Effect.void
  const error = Cause.findErrorOption(cause)
  if (Option.isNone(error)) return Console.error(`mjolnir: a bug in Mjolnir: ${Cause.pretty(cause)}`)
  // The presenter has shown what is wrong with a command line.
  return CliError.isCliError(error.value) ? Effect.void : Console.error(`mjolnir: ${oneLine(messageOf(error.value))}`)
}

const messageOf = (error: unknown): string =>
  Predicate.hasProperty(error, "message") ? String(error.message) : String(error)

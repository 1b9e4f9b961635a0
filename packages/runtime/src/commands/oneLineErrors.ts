import { Cause, Console, Effect, type Layer, Option, Predicate } from "effect"
import { CliError, CliOutput } from "effect/cli"

/** Prints help on standard output, and of a wrong command line one line on standard error instead of the whole help. */
export const oneLineErrors: Layer.Layer<never> = CliOutput.layerPresenter({
  present: (event) =>
    event._tag === "InvalidInvocation"
      ? Console.error(`mjolnir: ${event.errors.map(problemOf).join("; ")} (see ${event.commandPath.join(" ")} --help)`)
      : CliOutput.defaultPresenter.present(event)
})

/** Reports on standard error why the command failed: in one line, but a defect, which is a bug, with its origin. */
export const reportFailure = (cause: Cause.Cause<unknown>): Effect.Effect<void> => {
  if (Cause.hasInterruptsOnly(cause)) return Effect.void
  const error = Cause.findErrorOption(cause)
  if (Option.isNone(error)) return Console.error(`mjolnir: a bug in Mjolnir: ${Cause.pretty(cause)}`)
  // The presenter has shown what is wrong with a command line.
  return CliError.isCliError(error.value) ? Effect.void : Console.error(`mjolnir: ${oneLine(messageOf(error.value))}`)
}

const problemOf = (error: CliError.NonShowHelpErrors): string => {
  switch (error._tag) {
    case "UnrecognizedOption":
      return `unknown flag ${error.option}${suggestion(error.suggestions)}`
    case "UnknownSubcommand":
      return `unknown command ${error.subcommand}${suggestion(error.suggestions)}`
    case "InvalidValue":
      return error.value === "" || error.kind === "argument"
        ? oneLine(error.message)
        : `--${error.option} ${error.value}: expected ${oneLine(error.expected).replace(/^Expected:? /, "")}`
    default:
      return oneLine(error.message)
  }
}

const suggestion = ([first]: ReadonlyArray<string>): string => (first === undefined ? "" : `; did you mean ${first}?`)

const messageOf = (error: unknown): string =>
  Predicate.hasProperty(error, "message") ? String(error.message) : String(error)

const oneLine = (text: string): string => text.trim().replaceAll(/\s*\n\s*/g, " ")

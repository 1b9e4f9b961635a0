import { Console, type Layer } from "effect"
import { type CliError, CliOutput } from "effect/cli"

import { oneLine } from "./oneLine.ts"

/** Prints help on standard output, and of a wrong command line one line on standard error instead of the whole help. */
export const layerOneLineErrors: Layer.Layer<never> = CliOutput.layerPresenter({
  present: (event) =>
    event._tag === "InvalidInvocation"
      ? Console.error(`mjolnir: ${event.errors.map(problemOf).join("; ")} (see ${event.commandPath.join(" ")} --help)`)
      : CliOutput.defaultPresenter.present(event)
})

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

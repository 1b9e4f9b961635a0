import { Context, Effect, Layer, Stdio } from "effect"

/** What the process prints to, as far as it changes what is printed. */
export class Terminal extends Context.Service<
  Terminal,
  {
    /** Standard output is a terminal: a person watches. */
    readonly isTerminal: boolean
    /** What is printed may have colours. */
    readonly isColored: boolean
    /** What has been printed can be taken back. */
    readonly isErasable: boolean
    /** Standard error is a terminal. */
    readonly errorIsTerminal: boolean
  }
>()("@mjolnir/runtime/output/Terminal") {
  /** Standard output and standard error, and what `NO_COLOR` and `TERM` say of them. */
  static readonly layer: Layer.Layer<Terminal, never, Stdio.Stdio> = Layer.effect(
    Terminal,
    Effect.gen(function* () {
      const { stderrIsTerminal, stdoutIsTerminal } = yield* Stdio.Stdio
      const isTerminal = yield* stdoutIsTerminal
      return Terminal.of({
        isTerminal,
        isColored: isTerminal && process.env["NO_COLOR"] === undefined,
        isErasable: isTerminal && process.env["TERM"] !== "dumb",
        errorIsTerminal: yield* stderrIsTerminal
      })
    })
  )
}

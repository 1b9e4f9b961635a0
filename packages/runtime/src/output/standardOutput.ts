import { Effect, type PlatformError, Predicate, Schema, Stdio, Stream } from "effect"

/** Whoever read standard output has gone, as `head` does when it has enough. */
export class OutputClosed extends Schema.TaggedError<OutputClosed>()("OutputClosed", {}) {}

/** Standard output cannot be written. */
export class OutputUnwritable extends Schema.TaggedError<OutputUnwritable>()("OutputUnwritable", {
  problem: Schema.String
}) {
  override get message() {
    return `standard output cannot be written: ${this.problem}`
  }
}

/** Writes texts to standard output, no faster than it takes them. */
export const toStandardOutput = <E, R>(
  texts: Stream.Stream<string, E, R>
): Effect.Effect<void, E | OutputClosed | OutputUnwritable, R | Stdio.Stdio> =>
  Stdio.Stdio.use(({ stdout }) =>
    texts.pipe(
      // Keeps the errors of the texts apart from those of standard output, whatever they are.
      Stream.mapError((error) => ({ _tag: "OfTexts", error }) as const),
      Stream.run(stdout({ endOnDone: false })),
      Effect.mapError((error) => (error._tag === "OfTexts" ? error.error : outputError(error)))
    )
  )

const outputError = ({ reason }: PlatformError.PlatformError): OutputClosed | OutputUnwritable => {
  const { cause } = reason
  return Predicate.hasProperty(cause, "code") && cause.code === "EPIPE"
    ? new OutputClosed()
    : new OutputUnwritable({ problem: cause instanceof Error ? cause.message : reason.message })
}

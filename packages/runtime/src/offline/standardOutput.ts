import { Data, Effect, type PlatformError, Predicate, Stdio, Stream } from "effect"

/** Whoever read standard output has gone, as `head` does when it has enough. */
export class OutputClosed extends Data.TaggedError("OutputClosed") {}

/** Standard output cannot be written. */
export class OutputUnwritable extends Data.TaggedError("OutputUnwritable")<{ readonly problem: string }> {
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
      Stream.mapError((error) => new Upstream({ error })),
      Stream.run(stdout({ endOnDone: false })),
      Effect.mapError((error) => (error._tag === "Upstream" ? error.error : outputError(error)))
    )
  )

/** Keeps the errors of the texts apart from those of standard output, whatever they are. */
class Upstream<E> extends Data.TaggedError("Upstream")<{ readonly error: E }> {}

const outputError = ({ reason }: PlatformError.PlatformError): OutputClosed | OutputUnwritable => {
  const { cause } = reason
  return Predicate.hasProperty(cause, "code") && cause.code === "EPIPE"
    ? new OutputClosed()
    : new OutputUnwritable({ problem: cause instanceof Error ? cause.message : reason.message })
}

import { type Cause, Console, Context, Effect, Fiber, Layer, Queue, type Stdio, Stream } from "effect"

import { type OutputClosed, type OutputUnwritable, toStandardOutput } from "../output/standardOutput.ts"
import { Terminal } from "../output/Terminal.ts"

/** Where the demo prints: everything on a terminal, else detections on standard output and the rest beside them. */
export class DemoOutput extends Context.Service<
  DemoOutput,
  {
    /** Prints the line of a detection. */
    readonly line: (text: string) => Effect.Effect<void>
    /** Prints what is meant for a person. */
    readonly note: (text: string) => Effect.Effect<void>
    /** Shows how it goes, below the last line and until the next note; only on a terminal. */
    readonly status: (text: string) => Effect.Effect<void>
    /** Fails when nobody takes the output any more. */
    readonly closed: Effect.Effect<never, OutputClosed | OutputUnwritable>
  }
>()("@mjolnir/runtime/demo/DemoOutput") {
  static readonly layer: Layer.Layer<DemoOutput, never, Stdio.Stdio | Terminal> = Layer.effect(
    DemoOutput,
    Effect.suspend(() => make)
  )
}

/** Lines that may wait for a reader that is slow; then the demo waits for it. */
const waitingLines = 1_000

const make = Effect.gen(function* () {
  const { isErasable, isTerminal } = yield* Terminal
  const texts = yield* Queue.bounded<string, Cause.Done>(waitingLines)
  const writing = yield* Effect.forkDetach(toStandardOutput(Stream.fromQueue(texts)))
  // What has been printed is written before the demo ends, unless the reader does not take it.
  yield* Effect.addFinalizer(() =>
    Queue.end(texts).pipe(
      Effect.andThen(Fiber.await(writing)),
      Effect.timeoutOption("1 second"),
      Effect.andThen(Fiber.interrupt(writing))
    )
  )
  let status = ""
  const write = (text: string) => Effect.asVoid(Queue.offer(texts, isErasable ? `${eraseLine}${text}` : text))
  return DemoOutput.of({
    line: (text) => write(`${text}\n${status}`),
    note: (text) => {
      status = ""
      return isTerminal ? write(`${text}\n`) : Console.error(text)
    },
    status: (text) => {
      if (!isErasable) return Effect.void
      status = text
      return write(text)
    },
    closed: Effect.andThen(Fiber.join(writing), Effect.never)
  })
})

const eraseLine = "\r\u001B[K"

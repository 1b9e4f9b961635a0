import { Console, Effect, type FileSystem, type Stdio, Stream } from "effect"

import { inputBytes, type InputUnreadable } from "./inputBytes.ts"
import { LineSplitter } from "./LineSplitter.ts"
import type { OutputBuffer } from "./OutputBuffer.ts"

/**
 * Feeds an input line by line to plain code and streams what that writes into `output`, in memory that does not grow
 * with the input. The first fault that `onLine` returns ends the stream, after everything written before it.
 */
export const foldLines = <Fault>(
  path: string,
  output: OutputBuffer,
  onLine: (line: Uint8Array) => Fault | undefined
): Stream.Stream<string, Fault | InputUnreadable, FileSystem.FileSystem | Stdio.Stdio> =>
  Stream.suspend(() => {
    const splitter = new LineSplitter()
    let fault: Fault | undefined
    const take = (line: Uint8Array): void => {
      if (fault === undefined) fault = onLine(line)
    }
    const written = (): Stream.Stream<string, Fault> =>
      fault === undefined ? flushed(output) : Stream.concat(flushed(output), Stream.fail(fault))
    return inputBytes(path).pipe(
      Stream.flatMap((chunk) => {
        splitter.push(chunk, take)
        return written()
      }),
      Stream.concat(
        Stream.suspend(() => {
          splitter.end(take)
          return written()
        })
      )
    )
  })

/** What plain code has written into `output` by the time it is pulled: the text as a stream, the notes on standard error. */
export const flushed = (output: OutputBuffer): Stream.Stream<string> =>
  Stream.suspend(() => {
    const notes = output.takeNotes()
    const text = output.takeText()
    const texts = text === "" ? Stream.empty : Stream.succeed(text)
    return notes.length === 0 ? texts : Stream.concat(Stream.fromEffectDrain(writeNotes(notes)), texts)
  })

const writeNotes = (notes: ReadonlyArray<string>) => Effect.forEach(notes, (note) => Console.error(`mjolnir: ${note}`))

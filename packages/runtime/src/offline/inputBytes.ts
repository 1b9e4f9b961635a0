import { createGunzip } from "node:zlib"

import { pipeThroughDuplex } from "@effect/platform-node/NodeStream"
import { Effect, FileSystem, type PlatformError, Schema, Sink, Stdio, Stream } from "effect"

/** An input cannot be read to its end. */
export class InputUnreadable extends Schema.TaggedError<InputUnreadable>()("InputUnreadable", {
  /** The input as messages call it. */
  input: Schema.String,
  problem: Schema.String
}) {
  override get message() {
    return `${this.input}: ${this.problem}`
  }
}

/** How messages call the input at `path`. */
export const inputName = (path: string): string => (path === "-" ? "standard input" : path)

/** The bytes of a file, or of standard input for `-`; gzip is recognised by its first bytes and unpacked. */
export const inputBytes = (
  path: string
): Stream.Stream<Uint8Array, InputUnreadable, FileSystem.FileSystem | Stdio.Stdio> =>
  Stream.unwrap(
    Effect.gen(function* () {
      const [head, rest] = yield* Stream.peel(rawBytes(path), firstBytes)
      const bytes = Stream.concat(Stream.succeed(head), rest)
      return isGzip(head) ? gunzip(bytes, path) : bytes
    })
  )

const rawBytes = (path: string): Stream.Stream<Uint8Array, InputUnreadable, FileSystem.FileSystem | Stdio.Stdio> =>
  Stream.unwrap(
    Effect.gen(function* () {
      const { stdin } = yield* Stdio.Stdio
      const files = yield* FileSystem.FileSystem
      return path === "-" ? stdin : files.stream(path, { chunkSize })
    })
  ).pipe(Stream.mapError((error) => new InputUnreadable({ input: inputName(path), problem: problemOf(error) })))

/** Bytes until there are enough of them to tell gzip: a pipe may begin with a single one. */
const firstBytes = Sink.reduceWhile(
  (): Uint8Array => new Uint8Array(0),
  (head) => head.length < gzipMagic.length,
  (head, chunk: Uint8Array) => (head.length === 0 ? chunk : Uint8Array.from([...head, ...chunk]))
)

const isGzip = (head: Uint8Array): boolean => gzipMagic.every((byte, index) => head[index] === byte)

const gunzip = (bytes: Stream.Stream<Uint8Array, InputUnreadable>, path: string) =>
  pipeThroughDuplex(bytes, {
    evaluate: () => createGunzip({ chunkSize }),
    onError: (cause) =>
      new InputUnreadable({
        input: inputName(path),
        problem: `cannot be unpacked: ${cause instanceof Error ? cause.message : String(cause)}; expected gzip`
      })
  })

const problemOf = ({ reason }: PlatformError.PlatformError): string => {
  switch (reason._tag) {
    case "NotFound":
      return "there is no such file"
    case "PermissionDenied":
      return "may not be read: permission denied"
    default:
      return reason.cause instanceof Error && reason.cause.message.startsWith("EISDIR")
        ? "is a directory; expected a file"
        : `cannot be read: ${reason.message}`
  }
}

const gzipMagic = [0x1f, 0x8b]
const chunkSize = 256 * 1024

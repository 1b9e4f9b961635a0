import { mkdtempSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { gzipSync } from "node:zlib"

import { afterAll, assert, describe, it } from "@effect/vitest"
import { Effect, Stream } from "effect"

import { inputBytes } from "../../src/offline/inputBytes.ts"
import { captured } from "./captured.ts"

const text = "one\ntwo\n".repeat(100_000)
const folder = mkdtempSync(join(tmpdir(), "mjolnir-"))
afterAll(() => rmSync(folder, { recursive: true }))
const file = (name: string, bytes: string | Uint8Array): string => {
  const path = join(folder, name)
  writeFileSync(path, bytes)
  return path
}

const read = (path: string, ...stdin: ReadonlyArray<Uint8Array>) =>
  inputBytes(path).pipe(
    Stream.runCollect,
    Effect.map((chunks) => Buffer.concat(chunks).toString()),
    Effect.provide(captured(...stdin).layer)
  )

describe("inputBytes", () => {
  it.effect("reads a plain file", () =>
    Effect.map(read(file("plain.txt", text)), (found) => assert.isTrue(found === text))
  )

  it.effect("reads gzip whatever the file's name, in several members too", () =>
    Effect.gen(function* () {
      assert.isTrue((yield* read(file("gzip.txt", gzipSync(text)))) === text)
      assert.strictEqual(yield* read(file("two", Buffer.concat([gzipSync("a"), gzipSync("b")]))), "ab")
    })
  )

  it.effect("reads standard input, plain and gzip, though it comes byte by byte", () =>
    Effect.gen(function* () {
      for (const bytes of [Buffer.from("plain"), gzipSync("plain")]) {
        assert.strictEqual(yield* read("-", ...Array.from(bytes, (byte) => Uint8Array.of(byte))), "plain")
      }
      assert.strictEqual(yield* read("-"), "")
      assert.strictEqual(yield* read("-", Uint8Array.of(0x1f)), "\u001F")
    })
  )

  it.effect("says which input cannot be read and why", () =>
    Effect.gen(function* () {
      const message = (path: string, ...stdin: ReadonlyArray<Uint8Array>) =>
        Effect.map(Effect.flip(read(path, ...stdin)), (error) => error.message)
      const missing = join(folder, "missing.csv")
      assert.strictEqual(yield* message(missing), `${missing}: there is no such file`)
      assert.strictEqual(yield* message(folder), `${folder}: is a directory; expected a file`)
      const cut = file("cut.gz", gzipSync(text).subarray(0, 500))
      assert.strictEqual(yield* message(cut), `${cut}: cannot be unpacked: unexpected end of file; expected gzip`)
      assert.strictEqual(
        yield* message("-", Uint8Array.of(0x1f, 0x8b, 1, 2, 3)),
        "standard input: cannot be unpacked: unknown compression method; expected gzip"
      )
    })
  )
})

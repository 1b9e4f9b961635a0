import { assert, describe, it } from "@effect/vitest"
import { Cause, Effect, Exit, PlatformError, Sink, Stdio, Stream } from "effect"

import { toStandardOutput } from "../../src/output/standardOutput.ts"

const failingOutput = (code: string) =>
  Stdio.layerTest({
    stdout: () =>
      Sink.fail(
        PlatformError.systemError({
          _tag: "Unknown",
          module: "Stdio",
          method: "stdout",
          cause: Object.assign(new Error(`write ${code}`), { code })
        })
      )
  })

describe("standard output", () => {
  it.effect("tells a reader that has gone from an output that cannot be written", () =>
    Effect.gen(function* () {
      const write = toStandardOutput(Stream.make("text"))
      const closed = yield* Effect.flip(write).pipe(Effect.provide(failingOutput("EPIPE")))
      assert.strictEqual(closed._tag, "OutputClosed")
      const full = yield* Effect.flip(write).pipe(Effect.provide(failingOutput("ENOSPC")))
      assert.strictEqual(full.message, "standard output cannot be written: write ENOSPC")
    })
  )

  it.effect("leaves the errors of what is written as they are", () =>
    Effect.gen(function* () {
      const exit = yield* Effect.exit(toStandardOutput(Stream.fail("mine")))
      assert.deepStrictEqual(exit, Exit.failCause(Cause.fail("mine")))
    }).pipe(Effect.provide(Stdio.layerTest({})))
  )
})

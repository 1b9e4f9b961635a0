import { assert, describe, it } from "@effect/vitest"
import { Effect, Fiber, Layer, Stdio } from "effect"
import { TestClock, TestConsole } from "effect/testing"

import { withProgress } from "../../src/offline/withProgress.ts"
import { Terminal } from "../../src/output/Terminal.ts"

const layerTerminal = (stdio: Parameters<typeof Stdio.layerTest>[0]) =>
  Layer.provide(Terminal.layer, Stdio.layerTest(stdio))

describe("progress", () => {
  const work = withProgress(() => "3 frames so far")(Effect.sleep("5 seconds"))

  it.effect("is told every two seconds on a terminal", () =>
    Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(work)
      yield* TestClock.adjust("5 seconds")
      yield* Fiber.join(fiber)
      assert.deepStrictEqual(yield* TestConsole.errorLines, ["3 frames so far", "3 frames so far"])
    }).pipe(Effect.provide(layerTerminal({ stderrIsTerminal: Effect.succeed(true) })))
  )

  it.effect("is kept from a file", () =>
    Effect.gen(function* () {
      const fiber = yield* Effect.forkChild(work)
      yield* TestClock.adjust("5 seconds")
      yield* Fiber.join(fiber)
      assert.deepStrictEqual(yield* TestConsole.errorLines, [])
    }).pipe(Effect.provide(layerTerminal({})))
  )
})

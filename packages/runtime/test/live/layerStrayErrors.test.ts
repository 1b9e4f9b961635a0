import { assert, describe, it } from "@effect/vitest"
import { Metrics } from "@mjolnir/core/services"
import { Effect, Layer } from "effect"

import { layerStrayErrors } from "../../src/live/layerStrayErrors.ts"
import { recordedLog } from "../support/logs.ts"
import { byLabel } from "../support/metrics.ts"
import { settled } from "../support/service.ts"

/** An error as it looks when it was thrown in this file. */
const errorFrom = (path: string): Error =>
  Object.assign(new Error("left behind"), { stack: `Error: left behind\n    at file://${path}:3:9` })

/** What becomes of an error that nobody caught, as the process tells of it. */
const outcomeOf = (event: "uncaughtException" | "unhandledRejection", error: Error) => {
  const log = recordedLog()
  const layer = layerStrayErrors([{ name: "forgetful", path: "/plugins/forgetful" }]).pipe(
    Layer.provideMerge(Layer.merge(Metrics.layer, log.layer))
  )
  const others = process.listeners(event)
  return Effect.gen(function* () {
    const own = process.listeners(event).find((listener) => !others.includes(listener))
    yield* Effect.sync(() => Reflect.apply(own ?? assert.fail("nobody listens"), process, [error, event]))
    yield* settled
    return { faults: byLabel(yield* Metrics, "part_faults_total", "part"), log: log.lines.map(({ text }) => text) }
  }).pipe(Effect.provide(layer))
}

describe("an error that nobody caught", () => {
  for (const event of ["uncaughtException", "unhandledRejection"] as const) {
    it.effect(`is charged to the inline plugin whose code threw it (${event})`, () =>
      Effect.gen(function* () {
        const { faults, log } = yield* outcomeOf(event, errorFrom("/plugins/forgetful/src/index.ts"))
        assert.deepStrictEqual(faults, { forgetful: 1 })
        assert.match(
          log.join(),
          /^The plugin forgetful left something behind that failed where nobody listens: Error: left/
        )
      })
    )
  }

  it.effect("of anybody else ends the process as ever", () =>
    Effect.gen(function* () {
      const exit = yield* Effect.exit(outcomeOf("uncaughtException", errorFrom("/srv/mjolnir/index.ts")))
      assert.match(JSON.stringify(exit), /left behind|Die/)
      assert.strictEqual(exit._tag, "Failure")
    })
  )

  it.effect("is nobody's any more when the service has ended", () =>
    Effect.gen(function* () {
      const before = process.listenerCount("uncaughtException")
      yield* outcomeOf("uncaughtException", errorFrom("/plugins/forgetful/src/index.ts"))
      assert.strictEqual(process.listenerCount("uncaughtException"), before)
    })
  )
})

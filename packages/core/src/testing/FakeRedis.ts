import { Context, Effect, Layer } from "effect"

import { Redis, RedisError } from "../services/Redis.ts"

/**
 * A Redis in memory that a test can fill and break. `FakeRedis.layer` provides both the service and the controls.
 *
 * @example
 * const redis = yield* FakeRedis
 * redis.add("scanner:latest:AAPL")
 * redis.fail("connection refused")
 */
export class FakeRedis extends Context.Service<
  FakeRedis,
  {
    readonly add: (...keys: ReadonlyArray<string>) => void
    readonly remove: (...keys: ReadonlyArray<string>) => void
    /** Every command fails with `reason` until `recover`. */
    readonly fail: (reason: string) => void
    readonly recover: () => void
    /** Commands received so far, oldest first. */
    readonly commands: ReadonlyArray<string>
  }
>()("@mjolnir/core/testing/FakeRedis") {
  static readonly layer: Layer.Layer<FakeRedis | Redis> = Layer.effectContext(
    Effect.sync(() => {
      const keys = new Set<string>()
      const commands: Array<string> = []
      let failure: string | undefined
      const redis = Redis.of({
        keysWithPrefix: (prefix) =>
          Effect.suspend(() => {
            commands.push(`SCAN ${prefix}`)
            return failure === undefined
              ? Effect.succeed([...keys].filter((key) => key.startsWith(prefix)))
              : Effect.fail(new RedisError({ command: "SCAN", reason: failure }))
          })
      })
      const controls = FakeRedis.of({
        add: (...added) => added.forEach((key) => keys.add(key)),
        remove: (...removed) => removed.forEach((key) => keys.delete(key)),
        fail: (reason) => {
          failure = reason
        },
        recover: () => {
          failure = undefined
        },
        commands
      })
      return Context.make(Redis, redis).pipe(Context.add(FakeRedis, controls))
    })
  )
}

import { Context, Effect, Layer } from "effect"

import { Redis, RedisError } from "../services/Redis.ts"
import { ExpectationFailed } from "./ExpectationFailed.ts"

/**
 * A Redis in memory that a test can fill and break. `FakeRedis.layer` provides both the service and the controls.
 *
 * @example
 * const redis = yield* FakeRedis
 * redis.add("scanner:latest:AAPL")
 * redis.fail("connection refused")
 * redis.expectScanned("scanner:latest:")
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
    /** Throws unless keys that begin with `prefix` were asked for; and so many times, if it is said how many. */
    readonly expectScanned: (prefix: string, times?: number) => void
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
        commands,
        expectScanned: (prefix, times) => {
          const scans = commands.filter((command) => command === `SCAN ${prefix}`).length
          if (times === undefined ? scans === 0 : scans !== times) {
            throw new ExpectationFailed({
              expectation: `keys that begin with ${prefix} are asked for`,
              expected: times === undefined ? "at least once" : timesText(times),
              actual: scans === 0 && commands.length > 0 ? [...commands] : timesText(scans)
            })
          }
        }
      })
      return Context.make(Redis, redis).pipe(Context.add(FakeRedis, controls))
    })
  )
}

const timesText = (times: number): string => (times === 1 ? "once" : `${times} times`)

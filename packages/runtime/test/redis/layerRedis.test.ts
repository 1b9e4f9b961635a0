import { assert, describe, it } from "@effect/vitest"
import { Redis, type RedisError } from "@mjolnir/core/services"
import { Clock, Effect, Layer, Schedule } from "effect"

import { layerRedis } from "../../src/redis/layerRedis.ts"
import { layerConfigOf } from "../support/config.ts"
import { freePort } from "../support/ports.ts"
import { redisMissing, startRedis } from "../support/redisServer.ts"

const server = (password?: string) => Effect.acquireDisposable(Effect.promise(() => startRedis(password)))

/** The Redis service of a server at that port. */
const connectTo = (port: number, password = "") =>
  Layer.build(
    layerRedis.pipe(
      Layer.provide(layerConfigOf({ REDIS_HOST: "127.0.0.1", REDIS_PORT: String(port), REDIS_PASSWORD: password }))
    )
  ).pipe(Effect.flatMap((context) => Effect.provideContext(Redis, context)))

/** The failure of an effect and how many seconds it took. */
const failing = <A, E, R>(effect: Effect.Effect<A, E, R>) =>
  Effect.gen(function* () {
    const began = yield* Clock.currentTimeMillis
    const error = yield* Effect.flip(effect)
    return { error, seconds: ((yield* Clock.currentTimeMillis) - began) / 1_000 }
  })

/** Tries every tenth of a second, for ten seconds. */
const eventually = <A>(effect: Effect.Effect<A, RedisError>) =>
  Effect.retry(effect, { schedule: Schedule.spaced("100 millis"), times: 100 })

describe.skipIf(redisMissing !== "")(`the Redis adapter on a real server${redisMissing}`, () => {
  it.live("finds every key once, however many there are", () =>
    Effect.gen(function* () {
      const { client, port } = yield* server()
      const keys = Array.from({ length: 2_500 }, (_, index) => `scanner:latest:S${index}`)
      const others = Array.from({ length: 2_500 }, (_, index) => `scanner:2025-07-23:S${index}`)
      yield* Effect.promise(() => client.mset([...keys, ...others].flatMap((key) => [key, "{}"])))
      const redis = yield* connectTo(port)
      assert.sameMembers([...(yield* redis.keysWithPrefix("scanner:latest:"))], keys)
    })
  )

  it.live("scans, and never blocks the server with KEYS", () =>
    Effect.gen(function* () {
      const { client, port } = yield* server()
      yield* Effect.promise(() => client.set("scanner:latest:AAPL", "{}"))
      const redis = yield* connectTo(port)
      yield* redis.keysWithPrefix("scanner:latest:")
      const statistics = yield* Effect.promise(() => client.info("commandstats"))
      assert.include(statistics, "cmdstat_scan:")
      assert.notInclude(statistics, "cmdstat_keys:")
    })
  )

  it.live("takes the prefix literally, whatever characters it has", () =>
    Effect.gen(function* () {
      const { client, port } = yield* server()
      const prefixes = ["a*b:", "a?b:", "a[x]b:", "a[^x]b:", "a\\b:", "a^b:", "axb:"]
      yield* Effect.promise(() => client.mset(prefixes.flatMap((prefix) => [`${prefix}AAPL`, "{}"])))
      const redis = yield* connectTo(port)
      for (const prefix of prefixes) {
        assert.deepStrictEqual(yield* redis.keysWithPrefix(prefix), [`${prefix}AAPL`])
      }
    })
  )

  it.live("finds nothing where there is nothing", () =>
    Effect.gen(function* () {
      const { port } = yield* server()
      const redis = yield* connectTo(port)
      assert.deepStrictEqual(yield* redis.keysWithPrefix("scanner:latest:"), [])
    })
  )

  it.live("signs in with the password", () =>
    Effect.gen(function* () {
      const { client, port } = yield* server("correct horse")
      yield* Effect.promise(() => client.set("scanner:latest:AAPL", "{}"))
      const redis = yield* connectTo(port, "correct horse")
      assert.deepStrictEqual(yield* redis.keysWithPrefix("scanner:latest:"), ["scanner:latest:AAPL"])
    })
  )

  it.live("fails with the server's words when the password is wrong", () =>
    Effect.gen(function* () {
      const { port } = yield* server("correct horse")
      const { error, seconds } = yield* failing(
        Effect.flatMap(connectTo(port, "battery staple"), ({ keysWithPrefix }) => keysWithPrefix("scanner:latest:"))
      )
      assert.match(error.message, /^Redis SCAN: (WRONGPASS|NOAUTH)/)
      assert.notInclude(error.message, "battery staple")
      assert.isBelow(seconds, 6)
    })
  )

  it.live("works again after the server was killed and came back", () =>
    Effect.gen(function* () {
      const { client, kill, port, restart } = yield* server()
      const redis = yield* connectTo(port)
      yield* redis.keysWithPrefix("scanner:latest:")
      yield* Effect.promise(kill)
      const { error, seconds } = yield* failing(redis.keysWithPrefix("scanner:latest:"))
      assert.match(error.message, /^Redis SCAN: \S/)
      assert.isBelow(seconds, 6)
      yield* Effect.promise(restart)
      yield* Effect.promise(() => client.set("scanner:latest:AAPL", "{}"))
      assert.deepStrictEqual(yield* eventually(redis.keysWithPrefix("scanner:latest:")), ["scanner:latest:AAPL"])
    })
  )

  it.live("waits five seconds for a server that is frozen, and works again when it thaws", () =>
    Effect.gen(function* () {
      const { client, freeze, port, thaw } = yield* server()
      yield* Effect.promise(() => client.set("scanner:latest:AAPL", "{}"))
      const redis = yield* connectTo(port)
      freeze()
      const { error, seconds } = yield* failing(redis.keysWithPrefix("scanner:latest:"))
      assert.strictEqual(error.message, "Redis SCAN: no answer in 5s")
      assert.isTrue(seconds >= 4.9 && seconds < 6, `took ${seconds} s`)
      thaw()
      assert.deepStrictEqual(yield* eventually(redis.keysWithPrefix("scanner:latest:")), ["scanner:latest:AAPL"])
    })
  )

  it.live("leaves no connection behind", () =>
    Effect.gen(function* () {
      const { client, port } = yield* server()
      const connections = Effect.promise(async () =>
        Number(/connected_clients:(\d+)/.exec(await client.info("clients"))?.[1])
      )
      const before = yield* connections
      yield* Effect.scoped(
        Effect.gen(function* () {
          const redis = yield* connectTo(port)
          yield* redis.keysWithPrefix("scanner:latest:")
          assert.strictEqual(yield* connections, before + 1)
        })
      )
      const after = yield* Effect.repeat(connections, {
        schedule: Schedule.spaced("20 millis"),
        times: 100,
        until: (count) => count === before
      })
      assert.isDefined(after)
      assert.strictEqual(yield* connections, before)
    })
  )
})

describe("the Redis adapter without a server", () => {
  it.live("fails soon, with a reason that a person understands", () =>
    Effect.gen(function* () {
      const port = yield* Effect.promise(freePort)
      const { error, seconds } = yield* failing(
        Effect.scoped(Effect.flatMap(connectTo(port), ({ keysWithPrefix }) => keysWithPrefix("scanner:latest:")))
      )
      assert.strictEqual(error.message, `Redis SCAN: connect ECONNREFUSED 127.0.0.1:${port}`)
      assert.isBelow(seconds, 6)
    })
  )
})

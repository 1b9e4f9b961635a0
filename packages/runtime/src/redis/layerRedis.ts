import { AppConfig, Redis, RedisError } from "@mjolnir/core/services"
import { Duration, Effect, Layer, Redacted } from "effect"
import { Redis as RedisClient } from "ioredis"

/** Redis over ioredis. It connects in the background and again for ever; a command fails within five seconds. */
export const layerRedis: Layer.Layer<Redis, never, AppConfig> = Layer.effect(
  Redis,
  Effect.gen(function* () {
    const { redis } = yield* AppConfig
    const client = yield* Effect.acquireRelease(
      Effect.sync(() => connect(redis)),
      (opened) => Effect.sync(() => opened.disconnect())
    )
    let lastProblem = "not connected"
    client.on("error", (problem: Error) => {
      lastProblem = problem.message === "" ? problem.name : problem.message
    })
    yield* firstContact(client)
    const command = <Answer>(name: string, run: () => Promise<Answer>) =>
      Effect.tryPromise({
        try: run,
        catch: (cause) => new RedisError({ command: name, reason: reasonOf(cause, lastProblem) })
      }).pipe(
        Effect.timeoutOrElse({
          duration: commandTimeout,
          orElse: () => new RedisError({ command: name, reason: `no answer in ${Duration.format(commandTimeout)}` })
        })
      )
    return Redis.of({
      keysWithPrefix: (prefix) =>
        Effect.gen(function* () {
          const pattern = `${escapeGlob(prefix)}*`
          const keys = new Set<string>()
          let cursor = "0"
          do {
            const [next, found] = yield* command("SCAN", () =>
              client.scan(cursor, "MATCH", pattern, "COUNT", keysPerScan)
            )
            for (const key of found) keys.add(key)
            cursor = next
          } while (cursor !== "0")
          return [...keys]
        })
    })
  })
)

const commandTimeout = Duration.seconds(5)

/** Gives the first attempt to connect a moment, so that a Redis that is there is not reported missing. */
const firstContact = (client: RedisClient): Effect.Effect<void> =>
  Effect.callback<void>((resume) => {
    const settled = () => resume(Effect.void)
    client.once("ready", settled).once("error", settled)
    return Effect.sync(() => client.off("ready", settled).off("error", settled))
  }).pipe(Effect.timeoutOption("2 seconds"), Effect.asVoid)

const keysPerScan = 1_000

const connect = ({ host, port, password }: AppConfig["Service"]["redis"]) =>
  new RedisClient({
    host,
    port,
    ...(password === undefined ? {} : { password: Redacted.value(password) }),
    enableOfflineQueue: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 5_000,
    keepAlive: 30_000,
    retryStrategy: (attempt) => Math.min(250 * 2 ** Math.min(attempt, 6), 5_000) * (0.75 + Math.random() / 2),
    reconnectOnError: (problem) => problem.message.startsWith("READONLY")
  })

/** A command that was refused because there is no connection says why there is none. */
const reasonOf = (cause: unknown, lastProblem: string): string => {
  const text = cause instanceof Error ? cause.message : String(cause)
  return text.startsWith("Stream isn't writeable") || text.includes("Connection is closed") ? lastProblem : text
}

const escapeGlob = (text: string): string => text.replace(/[\\*?[\]^]/g, "\\$&")

import { Context, type Effect, Schema } from "effect"

/** Redis did not answer, or answered with an error. */
export class RedisError extends Schema.TaggedError<RedisError>()("RedisError", {
  command: Schema.String,
  reason: Schema.String
}) {
  override get message() {
    return `Redis ${this.command}: ${this.reason}`
  }
}

/** The part of Redis that Mjolnir uses. */
export class Redis extends Context.Service<
  Redis,
  {
    /**
     * Every key that begins with `prefix`, found by SCAN so that a shared server is never blocked. `prefix` is taken
     * literally. The order is not defined; a key stands once.
     */
    readonly keysWithPrefix: (prefix: string) => Effect.Effect<ReadonlyArray<string>, RedisError>
  }
>()("@mjolnir/core/services/Redis") {}

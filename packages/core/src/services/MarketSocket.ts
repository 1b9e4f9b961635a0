import { Context, type Effect, Schema, type Scope } from "effect"

import { withoutSecrets } from "./withoutSecrets.ts"

/** One open WebSocket. It is closed with the scope it was opened in. */
export interface MarketConnection {
  /** Hands one text frame to the operating system. */
  readonly send: (frame: string) => Effect.Effect<void, MarketSocketError>
  /** Asks the peer for a sign of life and ends when it answers. */
  readonly ping: Effect.Effect<void, MarketSocketError>
  /** Fails when the connection is over, whoever ended it; never succeeds. */
  readonly closed: Effect.Effect<never, MarketSocketError>
}

/** A connection could not be opened, was lost, or could not take a frame. */
export class MarketSocketError extends Schema.TaggedError<MarketSocketError>()("MarketSocketError", {
  url: Schema.String,
  doing: Schema.Literals(["connecting", "open", "sending"]),
  reason: Schema.String
}) {
  override get message() {
    return `WebSocket ${withoutSecrets(this.url)}, while ${this.doing}: ${this.reason}`
  }
}

/**
 * The WebSocket. It opens connections and no more: when to reconnect, subscribe and publish is the feed's business, so
 * that a test can drive all of that over a fake.
 *
 * Frames are handed to `onFrame` in order, inside the socket's own callback: plain code that must not throw. The bytes
 * are valid during the call only.
 */
export class MarketSocket extends Context.Service<
  MarketSocket,
  {
    readonly connect: (
      url: string,
      onFrame: (bytes: Uint8Array) => void
    ) => Effect.Effect<MarketConnection, MarketSocketError, Scope.Scope>
  }
>()("@mjolnir/core/services/MarketSocket") {}

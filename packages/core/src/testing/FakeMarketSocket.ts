import { Context, Deferred, Effect, Layer, Schema } from "effect"

import { type MarketConnection, MarketSocket, MarketSocketError } from "../services/MarketSocket.ts"
import { stockTopicPrefix, SubscriptionRequest } from "../wire/BrokerMessage.ts"
import { ExpectationFailed } from "./ExpectationFailed.ts"
import { expectNone, expectSome } from "./expectSome.ts"

/**
 * A broker in memory behind the `MarketSocket` service. A test decides whether it greets, what it sends, when it dies;
 * and reads what was sent to it. `FakeMarketSocket.layer` provides both the service and the controls.
 *
 * @example
 * const broker = yield* FakeMarketSocket
 * broker.push({ ticker: "AAPL", timestamp: 1753277400000, price: 150.25 })
 * broker.expectSubscribed("AAPL")
 * broker.drop("going away")
 */
export class FakeMarketSocket extends Context.Service<
  FakeMarketSocket,
  {
    /** What the broker sends to each new connection, such as a greeting; nothing at first. */
    readonly greetWith: (...frames: ReadonlyArray<unknown>) => void
    /** Sends a frame, text as it is and anything else as JSON. False when nobody is connected. */
    readonly push: (frame: unknown) => boolean
    /** Ends the present connection. */
    readonly drop: (reason: string) => void
    /** Refuses connections for `reason` until `accept`. */
    readonly refuse: (reason: string) => void
    readonly accept: () => void
    /** Answers no ping from now on, as a half-open connection does. */
    readonly freeze: () => void
    /** Frames received so far, decoded, oldest first. */
    readonly received: ReadonlyArray<unknown>
    /** Forgets what was received. */
    readonly forget: () => void
    /** Connections tried, refused ones included. */
    readonly attempts: () => number
    readonly isConnected: () => boolean
    /** Throws unless the last that was asked for this stock is to be sent its ticks. */
    readonly expectSubscribed: (symbol: string) => void
    /** Throws when the last that was asked for this stock is to be sent its ticks. */
    readonly expectNotSubscribed: (symbol: string) => void
    /** Throws unless a frame was received that has at least these fields. */
    readonly expectSent: (frame: unknown) => void
    /** Throws when a frame was received that has at least these fields, or any frame when none are given. */
    readonly expectNotSent: (frame?: unknown) => void
  }
>()("@mjolnir/core/testing/FakeMarketSocket") {
  static readonly layer: Layer.Layer<FakeMarketSocket | MarketSocket> = Layer.effectContext(
    Effect.sync(() => {
      const received: Array<unknown> = []
      let greeting: ReadonlyArray<unknown> = []
      let refusal: string | undefined
      let isFrozen = false
      let attempts = 0
      let peer: Peer | undefined

      const connect = (url: string, onFrame: (bytes: Uint8Array) => void) =>
        Effect.gen(function* () {
          attempts++
          if (refusal !== undefined) return yield* new MarketSocketError({ url, doing: "connecting", reason: refusal })
          const opened: Peer = { url, onFrame, end: Deferred.makeUnsafe<never, MarketSocketError>() }
          peer = opened
          isFrozen = false
          yield* Effect.addFinalizer(() =>
            Effect.sync(() => {
              if (peer === opened) peer = undefined
            })
          )
          const connection: MarketConnection = {
            closed: Deferred.await(opened.end),
            ping: Effect.suspend(() => (isFrozen ? Effect.never : Effect.void)),
            send: (frame) =>
              Effect.suspend(() => {
                if (peer !== opened) return new MarketSocketError({ url, doing: "sending", reason: "closed" })
                received.push(JSON.parse(frame))
                return Effect.void
              })
          }
          for (const frame of greeting) opened.onFrame(encode(frame))
          return connection
        })

      const controls = FakeMarketSocket.of({
        greetWith: (...frames) => {
          greeting = frames
        },
        push: (frame) => {
          peer?.onFrame(encode(frame))
          return peer !== undefined
        },
        drop: (reason) => {
          if (peer === undefined) return
          Deferred.doneUnsafe(peer.end, new MarketSocketError({ url: peer.url, doing: "open", reason }))
          peer = undefined
        },
        refuse: (reason) => {
          refusal = reason
        },
        accept: () => {
          refusal = undefined
        },
        freeze: () => {
          isFrozen = true
        },
        received,
        forget: () => {
          received.length = 0
        },
        attempts: () => attempts,
        isConnected: () => peer !== undefined,
        expectSubscribed: (symbol) => expectSubscription(received, symbol, true),
        expectNotSubscribed: (symbol) => expectSubscription(received, symbol, false),
        expectSent: (frame) => expectSome("the broker is sent a frame with these fields", received, frame),
        expectNotSent: (frame = {}) => expectNone("the broker is not sent such a frame", received, frame)
      })
      return Context.make(MarketSocket, MarketSocket.of({ connect })).pipe(Context.add(FakeMarketSocket, controls))
    })
  )
}

interface Peer {
  readonly url: string
  readonly onFrame: (bytes: Uint8Array) => void
  readonly end: Deferred.Deferred<never, MarketSocketError>
}

const encoder = new TextEncoder()

const encode = (frame: unknown): Uint8Array => encoder.encode(typeof frame === "string" ? frame : JSON.stringify(frame))

const isRequest = Schema.is(SubscriptionRequest)

const expectSubscription = (received: ReadonlyArray<unknown>, symbol: string, isExpected: boolean): void => {
  const topic = `${stockTopicPrefix}${symbol}`
  const requests = received.filter(isRequest)
  const isSubscribed = requests.findLast((request) => request.topic === topic)?.type === "subscribe"
  if (isSubscribed !== isExpected) {
    throw new ExpectationFailed({
      expectation: `${symbol} ${isExpected ? "is" : "is not"} subscribed`,
      expected: isExpected ? { type: "subscribe", topic } : "no subscription, or its end",
      actual: requests
    })
  }
}

import { type BrokerReply, patternTopic } from "@mjolnir/core/wire"
import { Context, Effect, Layer, Schema, type Scope } from "effect"
import { type RawData, WebSocket, WebSocketServer } from "ws"

import { type BrokerAction, readClientFrame } from "./clientFrame.ts"

/** The broker could not listen. */
export class BrokerUnavailable extends Schema.TaggedError<BrokerUnavailable>()("BrokerUnavailable", {
  port: Schema.Int,
  reason: Schema.String
}) {
  override get message() {
    return `cannot listen for WebSockets on 127.0.0.1:${this.port}: ${this.reason}`
  }
}

/**
 * A topic broker on the loopback interface, over real WebSockets: it greets, acknowledges subscriptions, relays what
 * is published as its data alone, and answers anything else with an error. It keeps nothing for those who come later.
 *
 * When its scope closes every connection is cut, as when a broker dies; a new one can then be made on the same port.
 *
 * @example
 * const broker = yield* LoopbackBroker.make()
 * broker.publish("stock:AAPL", { ticker: "AAPL", timestamp: 1753277400000, price: 150.25 })
 */
export class LoopbackBroker extends Context.Service<
  LoopbackBroker,
  {
    readonly url: string
    readonly port: number
    /** Sends `data` to the subscribers of `topic`, as if a client had published it. */
    readonly publish: (topic: string, data: unknown) => void
    readonly subscribers: (topic: string) => number
    /** Ends when every client has taken what was sent to it before; a client that does not is cut off. */
    readonly delivered: Effect.Effect<void>
    /** What clients published as detections, oldest first; the newest thousand of them. */
    readonly detections: ReadonlyArray<unknown>
    /** Cuts every connection and goes on listening. */
    readonly dropClients: Effect.Effect<void>
  }
>()("@mjolnir/runtime/demo/LoopbackBroker") {
  /** Listens on `port`, 0 for a free one, as long as the scope is open. */
  static readonly make = (port = 0): Effect.Effect<LoopbackBroker["Service"], BrokerUnavailable, Scope.Scope> =>
    Effect.gen(function* () {
      const server = yield* Effect.acquireRelease(listen(port), close)
      return LoopbackBroker.of(serve(server, portOf(server)))
    })

  static readonly layer = (port = 0): Layer.Layer<LoopbackBroker, BrokerUnavailable> =>
    Layer.effect(LoopbackBroker, LoopbackBroker.make(port))
}

/** How long a client may take to take what was sent to it: as long as a real broker waits for the answer to a ping. */
const deliveryTimeout = "20 seconds"
const keptDetections = 1_000
const largestFrame = 2 ** 20

const serve = (server: WebSocketServer, port: number): LoopbackBroker["Service"] => {
  const topics = new Map<string, Set<WebSocket>>()
  const detections: Array<unknown> = []

  const publish = (topic: string, data: unknown): void => {
    if (topic === patternTopic) {
      detections.push(data)
      if (detections.length > keptDetections) detections.shift()
    }
    const frame = JSON.stringify(data)
    for (const client of topics.get(topic) ?? []) client.send(frame)
  }

  const act = (client: WebSocket, action: BrokerAction): void => {
    if (action._tag === "Publish") return publish(action.topic, action.data)
    if (action._tag === "Refuse") return reply(client, { type: "error", message: action.message })
    const { topic } = action
    const subscribers = topics.get(topic) ?? new Set()
    if (action._tag === "Subscribe") {
      topics.set(topic, subscribers.add(client))
      return reply(client, { type: "ack_subscribe", topic, message: `Subscribed to ${topic}` })
    }
    const wasSubscribed = subscribers.delete(client)
    if (subscribers.size === 0) topics.delete(topic)
    return wasSubscribed
      ? reply(client, { type: "ack_unsubscribe", topic, message: `Unsubscribed from ${topic}` })
      : reply(client, { type: "error", message: `Not subscribed to ${topic}` })
  }

  const forget = (client: WebSocket): void => {
    for (const [topic, subscribers] of topics) {
      subscribers.delete(client)
      if (subscribers.size === 0) topics.delete(topic)
    }
  }

  server.on("connection", (client) => {
    client.on("error", () => client.terminate())
    client.on("close", () => forget(client))
    client.on("message", (data) => act(client, readClientFrame(textOf(data))))
    reply(client, { type: "info", message: "Connected to HERMES, on the loopback interface" })
  })

  return {
    url: `ws://127.0.0.1:${port}`,
    port,
    publish,
    subscribers: (topic) => topics.get(topic)?.size ?? 0,
    delivered: Effect.suspend(() => Effect.forEach(server.clients, taken, { concurrency: "unbounded", discard: true })),
    detections,
    dropClients: Effect.sync(() => {
      for (const client of server.clients) client.terminate()
    })
  }
}

const reply = (client: WebSocket, answer: BrokerReply): void => client.send(JSON.stringify(answer))

/** A client answers a ping when it has taken all frames before it, for they come in order. */
const taken = (client: WebSocket): Effect.Effect<void> =>
  Effect.callback<void>((resume) => {
    if (client.readyState !== WebSocket.OPEN) return resume(Effect.void)
    const stopListening = () => client.off("pong", done).off("close", done)
    const done = () => {
      stopListening()
      resume(Effect.void)
    }
    client.on("pong", done).on("close", done)
    client.ping()
    return Effect.sync(stopListening)
  }).pipe(Effect.timeoutOrElse({ duration: deliveryTimeout, orElse: () => Effect.sync(() => client.terminate()) }))

const listen = (port: number): Effect.Effect<WebSocketServer, BrokerUnavailable> =>
  Effect.callback((resume) => {
    const server = new WebSocketServer({
      host: "127.0.0.1",
      port,
      maxPayload: largestFrame,
      perMessageDeflate: false
    })
    server.once("listening", () => resume(Effect.succeed(server)))
    server.once("error", (cause) => resume(Effect.fail(new BrokerUnavailable({ port, reason: cause.message }))))
  })

const close = (server: WebSocketServer): Effect.Effect<void> =>
  Effect.callback<void>((resume) => {
    for (const client of server.clients) client.terminate()
    server.close(() => resume(Effect.void))
  })

const portOf = (server: WebSocketServer): number => {
  const address = server.address()
  return typeof address === "object" && address !== null ? address.port : 0
}

const textOf = (data: RawData): string =>
  Array.isArray(data) ? Buffer.concat(data).toString() : Buffer.from(data as Uint8Array).toString()

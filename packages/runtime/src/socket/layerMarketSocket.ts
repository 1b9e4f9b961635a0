import { type MarketConnection, MarketSocket, MarketSocketError, withoutSecrets } from "@mjolnir/core/services"
import { Deferred, Effect, Layer } from "effect"
import { WebSocket } from "ws"

/**
 * The WebSocket over `ws`. Frames are taken inside the socket's own event, so that a slow consumer slows the sender
 * down instead of filling a queue.
 */
export const layerMarketSocket: Layer.Layer<MarketSocket> = Layer.succeed(
  MarketSocket,
  MarketSocket.of({
    connect: (address, onFrame) =>
      Effect.gen(function* () {
        const url = withoutSecrets(address)
        const socket = yield* Effect.acquireRelease(
          Effect.try({
            try: () =>
              new WebSocket(address, {
                perMessageDeflate: false,
                skipUTF8Validation: true,
                handshakeTimeout: 10_000,
                maxPayload: largestFrame
              }),
            catch: (cause) => new MarketSocketError({ url, doing: "connecting", reason: messageOf(cause) })
          }),
          close
        )
        const end = Deferred.makeUnsafe<never, MarketSocketError>()
        let doing: MarketSocketError["doing"] = "connecting"
        let problem: string | undefined
        socket.on("error", (cause) => {
          problem = messageOf(cause)
        })
        socket.on("close", (code, reason) => {
          const said = reason.length > 0 ? reason.toString() : `closed with code ${code}`
          Deferred.doneUnsafe(end, new MarketSocketError({ url, doing, reason: problem ?? said }))
        })
        socket.on("message", (data: Buffer) => onFrame(data))
        yield* Effect.raceFirst(opened(socket), Deferred.await(end))
        doing = "open"
        return connectionOf(url, socket, Deferred.await(end))
      })
  })
)

/** Four times what the broker passes on; a larger frame ends the connection before it fills the memory. */
const largestFrame = 4 * 2 ** 20

const connectionOf = (url: string, socket: WebSocket, closed: MarketConnection["closed"]): MarketConnection => {
  const sending = (act: (done: (cause?: Error | null) => void) => void) =>
    Effect.callback<void, MarketSocketError>((resume) => {
      const done = (cause?: Error | null) =>
        resume(
          cause === undefined || cause === null
            ? Effect.void
            : Effect.fail(new MarketSocketError({ url, doing: "sending", reason: messageOf(cause) }))
        )
      if (socket.readyState === WebSocket.OPEN) act(done)
      else done(new Error("the connection is not open"))
    })
  return {
    closed,
    send: (frame) => sending((done) => socket.send(frame, done)),
    ping: Effect.raceFirst(
      closed,
      Effect.callback<void, MarketSocketError>((resume) => {
        const answered = () => resume(Effect.void)
        socket.once("pong", answered)
        if (socket.readyState === WebSocket.OPEN) socket.ping()
        return Effect.sync(() => socket.off("pong", answered))
      })
    )
  }
}

const opened = (socket: WebSocket) =>
  Effect.callback<void>((resume) => {
    const open = () => resume(Effect.void)
    socket.once("open", open)
    return Effect.sync(() => socket.off("open", open))
  })

/** Says goodbye, and ends the connection at the latest after a quarter of a second. */
const close = (socket: WebSocket) =>
  Effect.callback<void>((resume) => {
    if (socket.readyState === WebSocket.CLOSED) return resume(Effect.void)
    socket.once("close", () => resume(Effect.void))
    if (socket.readyState === WebSocket.OPEN) socket.close(1000)
    const timer = setTimeout(() => socket.terminate(), socket.readyState === WebSocket.CONNECTING ? 0 : 250)
    return Effect.sync(() => clearTimeout(timer))
  })

const messageOf = (cause: unknown): string => {
  if (cause instanceof AggregateError) return cause.errors.map(messageOf).join("; ")
  return cause instanceof Error && cause.message !== "" ? cause.message : String(cause)
}

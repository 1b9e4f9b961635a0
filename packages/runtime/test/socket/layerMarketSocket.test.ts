import { assert, describe, it } from "@effect/vitest"
import { MarketSocket, type MarketSocketError } from "@mjolnir/core/services"
import { Clock, Effect, Exit, Fiber, Scope } from "effect"
import type { WebSocket } from "ws"

import { layerMarketSocket } from "../../src/socket/layerMarketSocket.ts"
import { freePort } from "../support/ports.ts"
import { until } from "../support/until.ts"
import { startMute, startPeer } from "../support/webSocketServer.ts"

const peer = (onPeer?: (peer: WebSocket) => void) => Effect.acquireDisposable(Effect.promise(() => startPeer(onPeer)))

/** Opens a connection and gathers its frames. */
const connect = Effect.fnUntraced(function* (url: string) {
  const frames: Array<string> = []
  const socket = yield* MarketSocket
  const connection = yield* socket.connect(url, (bytes) => frames.push(Buffer.from(bytes).toString()))
  return { connection, frames }
}, Effect.provide(layerMarketSocket))

const eventually = (what: string, ask: () => boolean) => Effect.promise(() => until(what, ask))

const reasonOf = <A>(effect: Effect.Effect<A, MarketSocketError>) =>
  Effect.map(Effect.flip(effect), ({ doing, reason }) => ({ doing, reason }))

describe("the WebSocket adapter on a real server", () => {
  it.live("hands over frames in their order, those of before the first look too", () =>
    Effect.gen(function* () {
      const expected = Array.from({ length: 5_000 }, (_, index) => `frame ${index}`)
      const server = yield* peer((peer) => expected.forEach((frame) => peer.send(frame)))
      const { frames } = yield* connect(server.url)
      yield* eventually("all frames", () => frames.length >= expected.length)
      assert.deepStrictEqual(frames, expected)
    })
  )

  it.live("hands over as one frame what was sent in pieces", () =>
    Effect.gen(function* () {
      const server = yield* peer((peer) => {
        peer.send('{"ticker":', { fin: false })
        peer.send('"AAPL"', { fin: false })
        peer.send("}", { fin: true })
        peer.send("é€😀".repeat(100_000))
      })
      const { frames } = yield* connect(server.url)
      yield* eventually("both frames", () => frames.length === 2)
      assert.strictEqual(frames[0], '{"ticker":"AAPL"}')
      assert.isTrue(frames[1] === "é€😀".repeat(100_000))
    })
  )

  it.live("sends frames in their order", () =>
    Effect.gen(function* () {
      const server = yield* peer()
      const { connection } = yield* connect(server.url)
      for (let index = 0; index < 100; index++) yield* connection.send(`frame ${index}`)
      yield* eventually("all frames", () => server.received.length === 100)
      assert.deepStrictEqual(
        server.received,
        Array.from({ length: 100 }, (_, index) => `frame ${index}`)
      )
    })
  )

  it.live("pings, and is answered again and again", () =>
    Effect.gen(function* () {
      let pings = 0
      const server = yield* peer((peer) => peer.on("ping", () => pings++))
      const { connection } = yield* connect(server.url)
      yield* connection.ping
      yield* connection.ping
      assert.strictEqual(pings, 2)
    })
  )

  it.live("answers the peer's pings", () =>
    Effect.gen(function* () {
      let pongs = 0
      const server = yield* peer((peer) => {
        peer.on("pong", () => pongs++)
        peer.ping()
      })
      yield* connect(server.url)
      yield* eventually("the pong", () => pongs === 1)
    })
  )

  it.live("waits for the answer of a peer that has stopped reading, and can be told not to", () =>
    Effect.gen(function* () {
      const server = yield* peer((peer) => peer.pause())
      const { connection } = yield* connect(server.url)
      const answer = yield* Effect.timeoutOption(connection.ping, "200 millis")
      assert.strictEqual(answer._tag, "None")
    })
  )

  it.live("tells why the peer closed the connection", () =>
    Effect.gen(function* () {
      const server = yield* peer((peer) => peer.close(1001, "going away"))
      const { connection } = yield* connect(server.url)
      assert.deepStrictEqual(yield* reasonOf(connection.closed), { doing: "open", reason: "going away" })
    })
  )

  it.live("tells the code when the peer gave no reason", () =>
    Effect.gen(function* () {
      const server = yield* peer((peer) => peer.close(1011))
      const { connection } = yield* connect(server.url)
      assert.deepStrictEqual(yield* reasonOf(connection.closed), { doing: "open", reason: "closed with code 1011" })
    })
  )

  it.live("tells when the peer is gone without a word", () =>
    Effect.gen(function* () {
      const server = yield* peer((peer) => peer.terminate())
      const { connection } = yield* connect(server.url)
      assert.deepStrictEqual(yield* reasonOf(connection.closed), { doing: "open", reason: "closed with code 1006" })
    })
  )

  it.live("ends the connection when a frame is too large to be one of the broker's", () =>
    Effect.gen(function* () {
      const server = yield* peer((peer) => peer.send("x".repeat(5 * 2 ** 20)))
      const { connection, frames } = yield* connect(server.url)
      const { reason } = yield* reasonOf(connection.closed)
      assert.match(reason, /Max payload size exceeded/)
      assert.lengthOf(frames, 0)
    })
  )

  it.live("names no user, password or query of the URL in its errors", () =>
    Effect.gen(function* () {
      const port = yield* Effect.promise(freePort)
      const { message } = yield* Effect.flip(connect(`ws://user:s3cret@127.0.0.1:${port}/feed?token=t0ps`))
      assert.include(message, `ws://127.0.0.1:${port}/feed`)
      assert.notMatch(message, /user|s3cret|t0ps/)
    }).pipe(Effect.scoped)
  )

  it.live("takes no frame for a connection that is over", () =>
    Effect.gen(function* () {
      const server = yield* peer((peer) => peer.close(1000))
      const { connection } = yield* connect(server.url)
      yield* Effect.exit(connection.closed)
      assert.deepStrictEqual(yield* reasonOf(connection.send("too late")), {
        doing: "sending",
        reason: "the connection is not open"
      })
    })
  )

  it.live("fails a ping that the end of the connection leaves without answer", () =>
    Effect.gen(function* () {
      const server = yield* peer((peer) => peer.pause())
      const { connection } = yield* connect(server.url)
      const ping = yield* Effect.forkChild(reasonOf(connection.ping), { startImmediately: true })
      server.peers[0]?.terminate()
      assert.deepStrictEqual(yield* Fiber.join(ping), { doing: "open", reason: "closed with code 1006" })
    })
  )

  it.live("says goodbye when its scope closes", () =>
    Effect.gen(function* () {
      const codes: Array<number> = []
      const server = yield* peer((peer) => peer.on("close", (code) => codes.push(code)))
      yield* Effect.scoped(connect(server.url))
      yield* eventually("the goodbye", () => codes.length === 1)
      assert.deepStrictEqual(codes, [1000])
    })
  )

  it.live("does not wait for the goodbye of a peer that has stopped reading", () =>
    Effect.gen(function* () {
      const server = yield* peer((peer) => peer.pause())
      const scope = yield* Scope.make()
      yield* Scope.provide(connect(server.url), scope)
      const began = yield* Clock.currentTimeMillis
      yield* Scope.close(scope, Exit.void)
      const millis = (yield* Clock.currentTimeMillis) - began
      assert.isTrue(millis >= 200 && millis < 2_000, `took ${millis} ms`)
    })
  )

  it.live("fails when nobody listens, and says so", () =>
    Effect.gen(function* () {
      const port = yield* Effect.promise(freePort)
      assert.deepStrictEqual(yield* reasonOf(Effect.scoped(connect(`ws://127.0.0.1:${port}`))), {
        doing: "connecting",
        reason: `connect ECONNREFUSED 127.0.0.1:${port}`
      })
    })
  )

  it.live("fails when the host does not exist, and says so", () =>
    Effect.gen(function* () {
      const { doing, reason } = yield* reasonOf(Effect.scoped(connect("ws://no-such-host.invalid")))
      assert.strictEqual(doing, "connecting")
      assert.match(reason, /no-such-host\.invalid/)
    })
  )

  it.live("leaves nothing open when it is told to stop during a handshake that never ends", () =>
    Effect.gen(function* () {
      const mute = yield* Effect.acquireDisposable(Effect.promise(startMute))
      const connecting = yield* Effect.forkChild(Effect.scoped(connect(mute.url)))
      yield* eventually("the TCP connection", () => mute.sockets.size === 1)
      yield* Fiber.interrupt(connecting)
      yield* eventually("its end", () => mute.sockets.size === 0)
    })
  )

  it.live("gives up a handshake that never ends after ten seconds", () =>
    Effect.gen(function* () {
      const mute = yield* Effect.acquireDisposable(Effect.promise(startMute))
      const began = yield* Clock.currentTimeMillis
      assert.deepStrictEqual(yield* reasonOf(Effect.scoped(connect(mute.url))), {
        doing: "connecting",
        reason: "Opening handshake has timed out"
      })
      const seconds = ((yield* Clock.currentTimeMillis) - began) / 1_000
      assert.isTrue(seconds >= 9.5 && seconds < 12, `took ${seconds} s`)
    })
  )
})

import type { AddressInfo } from "node:net"

import { WebSocketServer } from "ws"

import { MarketFrames } from "./MarketFrames.ts"

/**
 * A process that sends ticks to whoever connects, as fast as they are taken: `floodServer.ts FRAMES_PER_WRITE`.
 * Prints its port.
 */
/** Each symbol trades once a second of market time, as the producer does: sixty ticks make a candle. */
const millisPerRound = 1_000
const framesPerWrite = Number(process.argv[2])
const frames = new MarketFrames(2_000, 150, millisPerRound)

const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false }, () => {
  const { port } = server.address() as AddressInfo
  process.stdout.write(`${port}\n`)
})

server.on("connection", (client, request) => {
  const { socket } = request
  client.on("error", () => {})
  const flood = () => {
    while (!socket.destroyed) if (!socket.write(frames.take(framesPerWrite))) return
  }
  socket.on("drain", flood)
  flood()
})

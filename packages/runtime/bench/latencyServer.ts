import type { AddressInfo } from "node:net"

import { DocumentedDetection } from "@mjolnir/core/wire"
import { Schema } from "effect"
import { WebSocketServer } from "ws"

import { MarketFrames } from "./MarketFrames.ts"

/**
 * A process that sends 20,000 ticks a second and measures how long after the tick that closes a candle the detection
 * comes back. Prints its port, then the latencies in milliseconds as JSON.
 */
const ticksPerSecond = 20_000
const warmUpMillis = 4_000
const measureMillis = 8_000
const graceMillis = 2_000
const minute = 60_000

/** Ten ticks make a candle, as in recorded feeds, so that 2,000 candles close in a second. */
const millisPerRound = 6_000
const frames = new MarketFrames(2_000, 150, millisPerRound)

/** When the ticks of each symbol were sent, for the last hundred rounds. */
const sentAt = new Map(frames.symbols.map((symbol) => [symbol, new Float64Array(100)]))
const slotOf = (time: number) => Math.ceil(time / millisPerRound) % 100

const server = new WebSocketServer({ host: "127.0.0.1", port: 0, perMessageDeflate: false }, () => {
  const { port } = server.address() as AddressInfo
  process.stdout.write(`${port}\n`)
})

server.on("connection", (client, request) => {
  const { socket } = request
  const began = performance.now()
  const latencies: Array<number> = []
  let sent = 0
  const timer = setInterval(() => {
    const due = ((performance.now() - began) / 1_000) * ticksPerSecond
    const now = performance.now()
    socket.cork()
    for (; sent < due; sent++) {
      const symbol = frames.nextSymbol
      socket.write(Buffer.from(frames.take(1)))
      const times = sentAt.get(symbol)
      if (times !== undefined) times[slotOf(frames.time)] = now
    }
    socket.uncork()
    if (now - began < warmUpMillis + measureMillis) return
    clearInterval(timer)
    process.stdout.write(`${JSON.stringify(latencies)}\n`, () => process.exit(0))
  }, 1)
  client.on("message", (message) => {
    const receivedAt = performance.now()
    if (receivedAt - began < warmUpMillis) return
    const { data } = decode(message.toString())
    // A double top or bottom is confirmed three candles after its trigger candle, which is all that the message tells.
    const confirmingCandle =
      Date.parse(`${data.timestamp}Z`) + (data.pattern_type.startsWith("DOUBLE") ? 3 * minute : 0)
    const closedBy = confirmingCandle + minute + graceMillis
    const sentTime = sentAt.get(data.symbol)?.[slotOf(closedBy)] ?? 0
    // The market clock may close the candle before the symbol's own tick is sent; that slot still holds an old time.
    if (receivedAt - sentTime < 2_000) latencies.push(receivedAt - sentTime)
  })
})

const decode = Schema.decodeUnknownSync(Schema.fromJsonString(DocumentedDetection))

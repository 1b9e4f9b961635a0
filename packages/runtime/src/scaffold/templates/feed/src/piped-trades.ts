import { defineFeed, type FeedFrame, param, Tick } from "@mjolnir/core"
import { Option, Schema } from "effect"

/** Reads frames of lines such as `AAPL|1753277400000|10.5|100`: symbol, epoch milliseconds, price and volume. */
export const pipedTrades = defineFeed({
  name: "piped-trades",
  version: "0.1.0",
  summary: "Trades as lines such as AAPL|1753277400000|10.5|100",
  params: Schema.Struct({
    token: param(Schema.String, "What the broker wants to see at login; no login without it", "")
  }),
  // Pure: the socket, its reconnecting and its limits are the host's.
  decode: (frame) => {
    if (frame === heartbeat) return { _tag: "Ignored" }
    return decodeLines(frame.trimEnd().split("\n"))
  },
  greet: ({ token }) => (token === "" ? [] : [`LOGIN|${token}`]),
  subscribe: (symbol) => `ADD|${symbol}`,
  unsubscribe: (symbol) => `REMOVE|${symbol}`
})

const heartbeat = "PING"

const decodeLines = (lines: ReadonlyArray<string>): FeedFrame => {
  const ticks = lines.map(decodeLine)
  const bad = ticks.findIndex(Option.isNone)
  return bad < 0
    ? { _tag: "Ticks", ticks: ticks.flatMap(Option.toArray) }
    : { _tag: "Rejected", problem: `line ${bad + 1} is not SYMBOL|TIME|PRICE|VOLUME` }
}

const decodeLine = (line: string): Option.Option<Tick> => {
  const [symbol, time, price, volume] = line.split("|")
  return decodeTick({ symbol, time: Number(time), price: Number(price), volume: Number(volume) })
}

const decodeTick = Schema.decodeUnknownOption(Tick)

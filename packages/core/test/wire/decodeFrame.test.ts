import { assert, describe, it } from "@effect/vitest"
import { Arbitrary, Schema } from "effect"

import { StockSymbol } from "../../src/domain/StockSymbol.ts"
import { Tick } from "../../src/domain/Tick.ts"
import { stockTopic, subscriptionFrame } from "../../src/wire/BrokerMessage.ts"
import { decodeFrame } from "../../src/wire/decodeFrame.ts"
import type { RejectReason } from "../../src/wire/FrameOutcome.ts"
import { FlatTick } from "../../src/wire/TickFrames.ts"
import { millisFromWire } from "../../src/wire/wireTime.ts"
import { oddFrame } from "../support/frames.ts"

const loop = StockSymbol.make("LOOP")

const encodeTick = Schema.encodeSync(FlatTick)
const decodeTick = Schema.decodeUnknownSync(FlatTick)

const wireTime = Tick.fields.time.check(Schema.isBetween({ minimum: 946_684_800_000, maximum: 4_102_444_799_999 }))
// JSON has no negative zero.
const ticksOfThisCentury = Arbitrary.filter(
  Arbitrary.schema(Tick.mapFields((fields) => ({ ...fields, time: wireTime }))),
  ({ volume }) => !Object.is(volume, -0)
)

const tick = (time: number, price: number, volume?: number) => ({
  _tag: "Tick",
  tick: volume === undefined ? { symbol: "LOOP", time, price } : { symbol: "LOOP", time, price, volume }
})

const expectFrame = (text: string, expected: unknown): void => {
  const frame: unknown = decodeFrame(text)
  assert.deepStrictEqual(frame, expected)
}

describe("decodeFrame understands a flat tick", () => {
  it("in milliseconds without a volume, as the broker delivers it", () => {
    expectFrame('{"ticker": "LOOP", "timestamp": 1753277402443, "price": 1.6}', tick(1753277402443, 1.6))
  })

  it("in seconds", () => {
    expectFrame('{"ticker":"LOOP","timestamp":1753277402,"price":1.6}', tick(1753277402000, 1.6))
  })

  it("with a volume in shares, whole or not, or 0", () => {
    const withVolume = (volume: string) => `{"ticker":"LOOP","timestamp":1753277400,"price":1.5,"volume":${volume}}`
    expectFrame(withVolume("250"), tick(1753277400000, 1.5, 250))
    expectFrame(withVolume("12.9"), tick(1753277400000, 1.5, 12.9))
    expectFrame(withVolume("0"), tick(1753277400000, 1.5, 0))
  })

  it("with a volume of null, which means that it is absent", () => {
    expectFrame('{"ticker":"LOOP","timestamp":1753277400,"price":1.5,"volume":null}', tick(1753277400000, 1.5))
  })

  it("with the other documented fields, whatever they hold", () => {
    expectFrame(
      '{"ticker":"LOOP","timestamp":1753277400,"price":1.5,"prev_price":null,"mav10":"x","float":-1,"delta":[],' +
        '"multiplier":{},"first_seen":"2025-07-23T09:30:00-04:00"}',
      tick(1753277400000, 1.5)
    )
  })

  it("with a topic of another stock, which is not read", () => {
    expectFrame(
      '{"ticker":"LOOP","timestamp":1753277400,"price":1.5,"topic":"stock:AAPL","data":{}}',
      tick(1753277400000, 1.5)
    )
  })

  it("with the type of something that is not a broker's reply", () => {
    expectFrame('{"type":"tick","ticker":"LOOP","timestamp":1753277400,"price":1.5}', tick(1753277400000, 1.5))
  })

  it("whose last mention of a field counts", () => {
    expectFrame('{"ticker":"LOOP","timestamp":1753277400,"price":1.5,"price":2.5}', tick(1753277400000, 2.5))
  })
})

describe("decodeFrame understands an envelope", () => {
  it("whose topic names the stock, not its data", () => {
    const data = '{"ticker":"AAPL","timestamp":1753277400000,"price":1.5,"volume":7}'
    expectFrame(`{"topic":"stock:LOOP","data":${data}}`, tick(1753277400000, 1.5, 7))
  })

  it("whose symbol is all of the topic behind the first colon", () => {
    const frame = decodeFrame('{"topic":"stock:BTC:USD","data":{"timestamp":1753277400000,"price":1.5}}')
    assert.strictEqual(frame._tag === "Tick" ? frame.tick.symbol : undefined, "BTC:USD")
  })

  const envelope = (sync: string) =>
    `{"topic":"stock:LOOP","data":{"timestamp":1753277412000,"price":1.5},"sync":${sync}}`

  it("with what the broker knows of the minute so far", () => {
    const state =
      '{"ticker":"LOOP","start_time":1753277400,"open_price":1.1,"high_price":2.0,"low_price":1.0,"close_price":1.4,' +
      '"tick_count":9,"age_seconds":12.3,"next_boundary":1753277460}'
    const sync = `{"candle_state":${state},"server_time":1753277412.3,"next_candle_boundary":1753277460}`
    expectFrame(envelope(sync), {
      ...tick(1753277412000, 1.5),
      candleState: { time: 1753277400000, open: 1.1, high: 2, low: 1, ticks: 9 }
    })
  })

  for (const sync of ["null", "{}", '{"candle_state":null}', "5", '{"candle_state":{"start_time":1753277400}}']) {
    it(`keeping the tick when its sync is ${sync}`, () => {
      expectFrame(envelope(sync), tick(1753277412000, 1.5))
    })
  }
})

describe("decodeFrame understands the broker", () => {
  it("greeting", () => {
    const reply = { type: "info", message: "Connected to HERMES WebSocket server." }
    expectFrame(JSON.stringify(reply), { _tag: "BrokerReply", reply })
  })

  it("greeting with the fields of a tick, which are not read", () => {
    const frame = decodeFrame('{"type":"info","ticker":"LOOP","timestamp":1753277400,"price":1.5}')
    assert.strictEqual(frame._tag, "BrokerReply")
  })

  it("confirming a subscription and its end", () => {
    for (const type of ["ack_subscribe", "ack_unsubscribe"]) {
      const reply = { type, topic: "stock:LOOP", message: "ok" }
      expectFrame(JSON.stringify(reply), { _tag: "BrokerReply", reply })
    }
  })

  it("complaining", () => {
    const reply = { type: "error", message: "Malformed message or unknown type." }
    expectFrame(JSON.stringify(reply), { _tag: "BrokerReply", reply })
  })

  it("passing on somebody's pattern in any of its forms", () => {
    for (const text of [
      '{"ticker":"LOOP","pattern":"bull_flag","price":1.5,"timestamp":"2025-07-23T13:30:00","confidence":0.75}',
      '{"topic":"pattern_detection","data":{"ticker":"LOOP"}}',
      '{"type":"pattern_detected","data":{"symbol":"LOOP","pattern_type":"BULL_FLAG"}}'
    ]) {
      expectFrame(text, { _tag: "Pattern" })
    }
  })
})

describe("decodeFrame rejects", () => {
  const rejects: ReadonlyArray<readonly [reason: RejectReason, what: string, text: string]> = [
    ["not_json", "words", "garbage"],
    ["not_json", "an empty frame", ""],
    ["not_json", "a price of NaN", '{"ticker":"LOOP","timestamp":1753277400,"price":NaN}'],
    ["not_json", "a byte order mark", '\ufeff{"ticker":"LOOP","timestamp":1753277400,"price":1.5}'],
    ["not_json", "nesting beyond the parser's stack", `${"[".repeat(200_000)}1`],
    ["not_an_object", "an array", '[{"ticker":"LOOP","timestamp":1753277400,"price":1.5}]'],
    ["not_an_object", "null", "null"],
    ["not_an_object", "a string", '"stock:LOOP"'],
    ["unknown_form", "an empty object", "{}"],
    ["unknown_form", "another topic", '{"topic":"news:LOOP","data":{"price":1.5,"timestamp":1753277400}}'],
    ["unknown_form", "a topic in other letters", '{"topic":"STOCK:LOOP","data":{"price":1.5,"timestamp":1753277400}}'],
    ["no_data", "an envelope without data", '{"topic":"stock:LOOP"}'],
    ["no_data", "an envelope with null for data", '{"topic":"stock:LOOP","data":null}'],
    ["no_symbol", "a tick without ticker", '{"timestamp":1753277400,"price":1.5}'],
    ["no_symbol", "a tick with null for ticker", '{"ticker":null,"timestamp":1753277400,"price":1.5}'],
    ["no_time", "a tick without timestamp", '{"ticker":"LOOP","price":1.5}'],
    ["no_time", "an envelope's tick without timestamp", '{"topic":"stock:LOOP","data":{"price":1.5}}'],
    ["no_price", "a tick without price", '{"ticker":"LOOP","timestamp":1753277400}'],
    ["no_price", "a tick with null for price", '{"ticker":"LOOP","timestamp":1753277400,"price":null}'],
    ["bad_symbol", "an empty ticker", '{"ticker":"","timestamp":1753277400,"price":1.5}'],
    ["bad_symbol", "a ticker with a space", '{"ticker":" LOOP","timestamp":1753277400,"price":1.5}'],
    ["bad_symbol", "a ticker of 33 letters", `{"ticker":"${"A".repeat(33)}","timestamp":1753277400,"price":1.5}`],
    ["bad_symbol", "a topic without symbol", '{"topic":"stock:","data":{"price":1,"timestamp":1753277400}}'],
    ["absurd_time", "a time in microseconds", '{"ticker":"LOOP","timestamp":1753277400000000,"price":1.5}'],
    ["absurd_time", "a time of 0", '{"ticker":"LOOP","timestamp":0,"price":1.5}'],
    ["absurd_time", "a time before 1970", '{"ticker":"LOOP","timestamp":-5,"price":1.5}'],
    ["absurd_time", "an infinite time", '{"ticker":"LOOP","timestamp":1e400,"price":1.5}'],
    ["bad_price", "a price of 0", '{"ticker":"LOOP","timestamp":1753277400,"price":0}'],
    ["bad_price", "a negative price", '{"ticker":"LOOP","timestamp":1753277400,"price":-1.5}'],
    ["bad_price", "an infinite price", '{"ticker":"LOOP","timestamp":1753277400,"price":1e400}'],
    ["bad_volume", "a negative volume", '{"ticker":"LOOP","timestamp":1753277400,"price":1.5,"volume":-40}'],
    ["bad_volume", "an infinite volume", '{"ticker":"LOOP","timestamp":1753277400,"price":1.5,"volume":1e400}'],
    ["wrong_type", "a price in quotes", '{"ticker":"LOOP","timestamp":1753277400,"price":"1.5"}'],
    ["wrong_type", "a time in quotes", '{"ticker":"LOOP","timestamp":"2025-07-23T09:30:00-04:00","price":1.5}'],
    ["wrong_type", "a volume in quotes", '{"ticker":"LOOP","timestamp":1753277400,"price":1.5,"volume":"250"}'],
    ["wrong_type", "a volume of true", '{"ticker":"LOOP","timestamp":1753277400,"price":1.5,"volume":true}'],
    ["wrong_type", "a list of tickers", '{"ticker":["LOOP"],"timestamp":1753277400,"price":1.5}'],
    ["wrong_type", "an envelope with a list for data", '{"topic":"stock:LOOP","data":[]}'],
    ["wrong_type", "an envelope with text for data", '{"topic":"stock:LOOP","data":"{}"}']
  ]
  for (const [reason, what, text] of rejects) {
    it(`${what} as ${reason}`, () => expectFrame(text, { _tag: "Rejected", reason }))
  }

  it("a tick with several faults for the first of ticker, timestamp, price and volume", () => {
    const text = '{"ticker":"LOOP","timestamp":0,"price":"1.5","volume":-1}'
    expectFrame(text, { _tag: "Rejected", reason: "absurd_time" })
  })

  it.prop(
    "what it does not understand without throwing, whatever the text",
    [oddFrame],
    ([text]) => ["Tick", "BrokerReply", "Pattern", "Rejected"].includes(decodeFrame(text)._tag),
    { arbitrary: { runs: 1_000 } }
  )
})

describe("a time on the wire", () => {
  it("is in seconds up to 1e10 and in milliseconds beyond", () => {
    assert.strictEqual(millisFromWire(1753277400), 1753277400000)
    assert.strictEqual(millisFromWire(1753277400000), 1753277400000)
    assert.isNaN(millisFromWire(1e10), "the year 2286")
    assert.isNaN(millisFromWire(1e10 + 1), "April 1970")
  })

  it("is between the years 2000 and 2099", () => {
    assert.isNaN(millisFromWire(946_684_799_999))
    assert.strictEqual(millisFromWire(946_684_800_000), Date.parse("2000-01-01T00:00:00Z"))
    assert.strictEqual(millisFromWire(4_102_444_799_999), Date.parse("2099-12-31T23:59:59.999Z"))
    assert.isNaN(millisFromWire(4_102_444_800_000))
  })

  it("is rounded to the microsecond and cut to the millisecond", () => {
    assert.strictEqual(millisFromWire(1753277459.9996), 1753277459999)
    assert.strictEqual(millisFromWire(Number("1753277459.9999999")), 1753277460000)
    assert.strictEqual(millisFromWire(Number("1753277459999.9999")), 1753277460000)
    assert.strictEqual(millisFromWire(1753277459999.5), 1753277459999)
  })
})

describe("what is sent", () => {
  it("asks for a stock's ticks by its topic", () => {
    assert.strictEqual(stockTopic(loop), "stock:LOOP")
    assert.deepStrictEqual(JSON.parse(subscriptionFrame("subscribe", loop)), { type: "subscribe", topic: "stock:LOOP" })
  })

  it("asks for them no longer", () => {
    assert.deepStrictEqual(JSON.parse(subscriptionFrame("unsubscribe", loop)), {
      type: "unsubscribe",
      topic: "stock:LOOP"
    })
  })

  it("is a tick in milliseconds without a volume when there is none", () => {
    const text = '{"ticker":"LOOP","timestamp":1753277400338,"price":1.5}'
    assert.strictEqual(JSON.stringify(encodeTick(decodeTick(JSON.parse(text)))), text)
  })

  it.prop("is a tick that is understood as the same tick", [ticksOfThisCentury], ([tick]) => {
    const frame = decodeFrame(JSON.stringify(encodeTick(tick)))
    assert.deepStrictEqual(frame, { _tag: "Tick", tick })
  })
})

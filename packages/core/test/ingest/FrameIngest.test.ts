import { assert, describe, it } from "@effect/vitest"

import { defaultCandleSettings } from "../../src/candles/CandleBuilder.ts"
import { type FrameOutcome, frameOutcomes } from "../../src/wire/FrameOutcome.ts"
import { minute, start } from "../support/candles.ts"
import { envelope, flat, makeIngest, type TestIngest } from "../support/ingest.ts"

const total = ({ ingest }: TestIngest): number => Object.values(ingest.counts).reduce((sum, count) => sum + count, 0)

describe("every frame has one outcome:", () => {
  const outcomes: ReadonlyArray<readonly [FrameOutcome, string]> = [
    ["accepted", flat("LOOP", start, 1.5)],
    ["late", flat("LOOP", start - 5 * minute, 1.5)],
    ["time_ahead", flat("LOOP", start + 9 * minute + 1, 1.5)],
    ["unwatched", flat("loop", start, 1.5)],
    ["info", '{"type":"info","message":"Connected to HERMES WebSocket server."}'],
    ["ack_subscribe", '{"type":"ack_subscribe","topic":"stock:LOOP","message":"ok"}'],
    ["ack_unsubscribe", '{"type":"ack_unsubscribe","topic":"stock:LOOP","message":"ok"}'],
    ["broker_error", '{"type":"error","message":"Not subscribed to stock:LOOP"}'],
    ["pattern", '{"topic":"pattern_detection","data":{"ticker":"LOOP"}}'],
    ["unknown_form", '{"topic":"news:LOOP","data":{}}'],
    ["not_json", "garbage"],
    ["not_an_object", "[]"],
    ["no_data", '{"topic":"stock:LOOP"}'],
    ["no_symbol", '{"timestamp":1753277400,"price":1.5}'],
    ["no_time", '{"ticker":"LOOP","price":1.5}'],
    ["no_price", '{"ticker":"LOOP","timestamp":1753277400}'],
    ["bad_symbol", '{"ticker":"","timestamp":1753277400,"price":1.5}'],
    ["absurd_time", '{"ticker":"LOOP","timestamp":1753277400000000,"price":1.5}'],
    ["bad_price", '{"ticker":"LOOP","timestamp":1753277400,"price":0}'],
    ["bad_volume", '{"ticker":"LOOP","timestamp":1753277400,"price":1.5,"volume":-1}'],
    ["wrong_type", '{"ticker":"LOOP","timestamp":1753277400,"price":"1.5"}']
  ]

  for (const [outcome, text] of outcomes) {
    it(`${outcome}, ${frameOutcomes[outcome]}`, () => {
      const test = makeIngest(["LOOP"])
      test.ingest.refuseAfter = start + 9 * minute
      test.send(flat("LOOP", start, 1))
      test.ingest.counts.accepted--
      assert.strictEqual(test.send(text), outcome)
      assert.strictEqual(test.ingest.counts[outcome], 1)
      assert.strictEqual(total(test), 1)
    })
  }

  /** What is not looked at, and what only a feed plugin says. */
  const withoutFrame: ReadonlySet<string> = new Set(["refused", "ignored", "rejected", "feed_fault"])

  it("and there is no outcome without a frame above", () => {
    assert.sameMembers(
      outcomes.map(([outcome]) => outcome),
      Object.keys(frameOutcomes).filter((outcome) => !withoutFrame.has(outcome))
    )
  })

  it("accepted up to the very time after which ticks are refused", () => {
    const { ingest, send } = makeIngest(["LOOP"])
    ingest.refuseAfter = start
    assert.strictEqual(send(flat("LOOP", start, 1)), "accepted")
    assert.strictEqual(send(flat("LOOP", start + 1, 1)), "time_ahead")
  })

  it("not_json when it is text of broken UTF-8", () => {
    const { ingest } = makeIngest(["LOOP"])
    assert.strictEqual(ingest.onFrame(Uint8Array.of(0x7b, 0xff, 0xfe)), "not_json")
  })
})

describe("FrameIngest", () => {
  it("makes candles of the ticks of each watched symbol", () => {
    const { candles, ingest, send } = makeIngest(["LOOP", "AGH"])
    send(flat("LOOP", start, 1))
    send(flat("AGH", start + 1, 2))
    send(envelope("LOOP", start + 2, 3))
    ingest.closeUpTo(start + 2 * minute)
    assert.deepStrictEqual(
      candles.map(([symbol, { close, open, ticks }]) => [symbol, open, close, ticks]),
      [
        ["LOOP", 1, 3, 2],
        ["AGH", 2, 2, 1]
      ]
    )
  })

  it("makes the same candle of a frame whether it is scanned or decoded", () => {
    const escaped = flat("LOOP", start + 1, 2.5).replace("LOOP", "L\\u004fOP")
    const [scanned, decoded] = [flat("LOOP", start + 1, 2.5), escaped].map((text) => {
      const { ingest, send } = makeIngest(["LOOP"])
      assert.strictEqual(send(text), "accepted")
      return Array.from(ingest.openCandles())
    })
    assert.deepStrictEqual(scanned, decoded)
  })

  it("counts a frame that is refused", () => {
    const { ingest } = makeIngest(["LOOP"])
    ingest.refuse()
    assert.strictEqual(ingest.counts.refused, 1)
  })

  it("says how many open candles a symbol takes with it", () => {
    const { send, unwatch } = makeIngest(["LOOP"])
    send(flat("LOOP", start, 1))
    assert.strictEqual(unwatch("LOOP"), 1)
    assert.strictEqual(unwatch("LOOP"), 0)
  })

  it("closes the candle of a quiet symbol by the market clock", () => {
    const { candles, ingest, send } = makeIngest(["LOOP"])
    send(flat("LOOP", start, 1))
    ingest.closeUpTo(start + minute + defaultCandleSettings.graceMillis - 1)
    assert.lengthOf(candles, 0)
    ingest.closeUpTo(start + minute + defaultCandleSettings.graceMillis)
    assert.lengthOf(candles, 1)
  })

  it("knows the time of the newest accepted tick", () => {
    const { ingest, send } = makeIngest(["LOOP"])
    assert.strictEqual(ingest.newestTickTime, Number.NEGATIVE_INFINITY)
    send(flat("LOOP", start + 5, 1))
    send(flat("LOOP", start + 3, 1))
    send(flat("AGH", start + 9, 1))
    assert.strictEqual(ingest.newestTickTime, start + 5)
  })

  it("keeps the open candle of a symbol that is watched again", () => {
    const { ingest, send, watch } = makeIngest(["LOOP"])
    send(flat("LOOP", start, 1))
    watch("LOOP")
    assert.lengthOf([...ingest.openCandles()], 1)
  })

  it("forgets a symbol that is watched no longer, with its open candle", () => {
    const { candles, ingest, send, unwatch } = makeIngest(["LOOP", "AGH"])
    send(flat("LOOP", start, 1))
    unwatch("LOOP")
    assert.strictEqual(send(flat("LOOP", start + 1, 1)), "unwatched")
    ingest.closeUpTo(start + 9 * minute)
    assert.lengthOf(candles, 0)
    assert.strictEqual(send(flat("AGH", start + 1, 1)), "accepted")
  })
})

describe("the candles of FrameIngest are partial", () => {
  const partials = ({ candles, ingest }: TestIngest): ReadonlyArray<readonly [string, number, boolean]> => {
    ingest.closeUpTo(start + 99 * minute)
    return candles.map(([symbol, { partial, time }]) => [symbol, (time - start) / minute, partial])
  }

  it("for the minute in which the first tick of the connection came, and complete from the next on", () => {
    const test = makeIngest(["LOOP", "AGH"])
    test.send(flat("LOOP", start + 30_000, 1))
    test.send(flat("AGH", start + 50_000, 1))
    test.send(flat("LOOP", start + minute, 1))
    assert.sameDeepMembers(
      [...partials(test)],
      [
        ["LOOP", 0, true],
        ["AGH", 0, true],
        ["LOOP", 1, false]
      ]
    )
  })

  it("but not for the first tick of a quiet symbol in a later minute", () => {
    const test = makeIngest(["LOOP", "AGH"])
    test.send(flat("LOOP", start, 1))
    test.send(flat("AGH", start + 3 * minute + 5_000, 1))
    assert.deepInclude(partials(test), ["AGH", 3, false])
  })

  it("for the minute in which a symbol was added, though the newest tick is of the minute before", () => {
    const { ingest, send, watch } = makeIngest(["LOOP"])
    send(flat("LOOP", start - 1_000, 1))
    watch("AAPL", start + 30_000)
    send(flat("AAPL", start + 45_000, 1))
    const candle = Array.from(ingest.openCandles()).find(([symbol]) => symbol === "AAPL")?.[1]
    assert.isTrue(candle?.partial)
  })

  it("for the minute in which a symbol was added to the watchlist", () => {
    const test = makeIngest(["LOOP"])
    test.send(flat("LOOP", start, 1))
    test.send(flat("LOOP", start + minute + 30_000, 1))
    test.watch("AGH")
    test.send(flat("AGH", start + minute + 40_000, 1))
    test.send(flat("AGH", start + 2 * minute, 1))
    assert.includeDeepMembers(
      [...partials(test)],
      [
        ["AGH", 1, true],
        ["AGH", 2, false]
      ]
    )
  })

  it("for the minute of a reconnect whose first tick is late and says nothing about it", () => {
    const test = makeIngest(["LOOP"])
    test.send(flat("LOOP", start, 1))
    test.ingest.closeUpTo(start + 5 * minute)
    test.ingest.loseCoverage()
    assert.strictEqual(test.send(flat("LOOP", start, 1)), "late")
    test.send(flat("LOOP", start + 8 * minute + 30_000, 1))
    test.send(flat("LOOP", start + 9 * minute, 1))
    assert.deepStrictEqual(partials(test), [
      ["LOOP", 0, false],
      ["LOOP", 8, true],
      ["LOOP", 9, false]
    ])
  })

  it("for a symbol added after a reconnect at which nothing but a late tick has come", () => {
    const test = makeIngest(["LOOP"])
    test.send(flat("LOOP", start + 5 * minute, 1))
    test.ingest.closeUpTo(start + 7 * minute)
    test.ingest.loseCoverage()
    assert.strictEqual(test.send(flat("LOOP", start + 5 * minute, 1)), "late")
    test.watch("AGH")
    test.send(flat("AGH", start + 8 * minute + 30_000, 1))
    assert.deepInclude(partials(test), ["AGH", 8, true])
  })

  it("when the connection was lost within them, and complete from the minute after the first tick that comes again", () => {
    const test = makeIngest(["LOOP"])
    test.send(flat("LOOP", start, 1))
    test.send(flat("LOOP", start + minute + 5_000, 1))
    test.ingest.loseCoverage()
    test.send(flat("LOOP", start + 2 * minute + 30_000, 1))
    test.send(flat("LOOP", start + 3 * minute, 1))
    assert.deepStrictEqual(partials(test), [
      ["LOOP", 0, false],
      ["LOOP", 1, true],
      ["LOOP", 2, true],
      ["LOOP", 3, false]
    ])
  })

  it("unless the broker says what happened before the first tick", () => {
    const { ingest, send } = makeIngest(["LOOP"])
    const state = {
      start_time: start / 1000,
      open_price: 1.2,
      high_price: 2,
      low_price: 1,
      close_price: 1.4,
      tick_count: 9
    }
    send(envelope("LOOP", start + 30_000, 1.5, { candle_state: state, server_time: start / 1000 + 30.1 }))
    const candles = [...ingest.openCandles()].map(([, candle]) => candle)
    assert.deepStrictEqual(
      candles.map(({ close, high, low, open, partial, ticks, volume }) => ({
        prices: [open, high, low, close],
        partial,
        ticks,
        volume
      })),
      [{ prices: [1.2, 2, 1, 1.5], partial: false, ticks: 10, volume: 100 }]
    )
  })

  it("unless the broker says so with the first tick of another symbol in that minute", () => {
    const test = makeIngest(["LOOP", "AGH"])
    test.send(flat("LOOP", start + 30_000, 1))
    const state = {
      start_time: start / 1000,
      open_price: 3,
      high_price: 4,
      low_price: 3,
      close_price: 3,
      tick_count: 2
    }
    test.send(envelope("AGH", start + 31_000, 3, { candle_state: state }))
    assert.sameDeepMembers(
      [...partials(test)],
      [
        ["LOOP", 0, true],
        ["AGH", 0, false]
      ]
    )
  })

  it("even when the broker sends a state that cannot be read", () => {
    const test = makeIngest(["LOOP"])
    assert.strictEqual(
      test.send(envelope("LOOP", start + 30_000, 1.5, { candle_state: { start_time: "x" } })),
      "accepted"
    )
    assert.deepStrictEqual(partials(test), [["LOOP", 0, true]])
  })

  it("and a complete one does not take the broker's state", () => {
    const { ingest, send } = makeIngest(["LOOP"])
    const state = {
      start_time: (start + minute) / 1000,
      open_price: 8,
      high_price: 9,
      low_price: 7,
      close_price: 8,
      tick_count: 2
    }
    send(flat("LOOP", start, 1))
    send(envelope("LOOP", start + minute + 5_000, 1.5, { candle_state: state }))
    const newest = [...ingest.openCandles()].at(-1)?.[1]
    assert.deepStrictEqual([newest?.open, newest?.high, newest?.ticks], [1.5, 1.5, 1])
  })
})

describe("an ordinary frame leaves no object behind", () => {
  const frames = {
    "a flat tick": flat("LOOP", start, 1.5),
    "an envelope with sync": envelope("LOOP", start, 1.5, { server_time: 1, candle_state: null }),
    "a tick of a symbol of more than eight letters, but for its name": flat("LOOP-USD-PERP", start, 1.5),
    "a tick with a field that nobody knows": `{"exchange":"N",${flat("LOOP", start, 1.5).slice(1)}`
  }
  for (const [what, text] of Object.entries(frames)) {
    it(what, () => {
      const { ingest } = makeIngest(["LOOP", "LOOP-USD-PERP"])
      const bytes = Buffer.from(text)
      const takeFrames = (count: number) => {
        for (let frame = 0; frame < count; frame++) ingest.onFrame(bytes)
      }
      takeFrames(100_000)
      const before = process.memoryUsage().heapUsed
      takeFrames(50_000)
      const bytesPerFrame = (process.memoryUsage().heapUsed - before) / 50_000
      // Three doubles handed from one function to the next; the parsed frame alone would be several times that.
      assert.isBelow(bytesPerFrame, what.includes("but for its name") ? 300 : 80)
      assert.strictEqual(ingest.counts.accepted, 150_000)
    })
  }
})

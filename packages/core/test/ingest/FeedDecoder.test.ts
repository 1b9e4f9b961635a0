import { assert, describe, it } from "@effect/vitest"
import { Arbitrary, Effect, Option, Result, Schema } from "effect"

import { defaultCandleSettings } from "../../src/candles/CandleBuilder.ts"
import { StockSymbol } from "../../src/domain/StockSymbol.ts"
import { Tick } from "../../src/domain/Tick.ts"
import { FeedDecoder } from "../../src/ingest/FeedDecoder.ts"
import { FrameIngest } from "../../src/ingest/FrameIngest.ts"
import { defineFeed, type FeedFrame } from "../../src/plugin/defineFeed.ts"
import { pick } from "../support/arbitraries.ts"
import { minute, start } from "../support/candles.ts"

/** A feed that decodes like this, whatever its types say. */
const feedOf = (decode: (frame: string) => unknown): FeedDecoder => {
  const feed = defineFeed({
    name: "made-up",
    version: "1.0.0",
    summary: "Whatever the test wants",
    params: Schema.Struct({}),
    decode: (frame) => decode(frame) as FeedFrame
  })
  return new FeedDecoder(Result.getOrThrow(feed.configure({})))
}

/** Frames are ticks as JSON, with nothing checked. */
const jsonFeed = feedOf((frame) => ({ _tag: "Ticks", ticks: JSON.parse(frame) }))

/** An ingest that watches LOOP and AGH, and takes text. */
const ingestOf = (feed: FeedDecoder) => {
  const ingest = new FrameIngest(defaultCandleSettings, () => {}, feed)
  for (const symbol of ["LOOP", "AGH"]) ingest.watch(StockSymbol.make(symbol))
  return {
    ingest,
    send: (text: string) => ingest.onFrame(new TextEncoder().encode(text)),
    sendTicks: (...ticks: ReadonlyArray<unknown>) => ingest.onFrame(new TextEncoder().encode(JSON.stringify(ticks)))
  }
}

const tick = { symbol: "LOOP", time: start, price: 1.5 }

describe("a frame of a feed plugin", () => {
  it("goes into the candles of its symbols", () => {
    const { ingest, sendTicks } = ingestOf(jsonFeed)
    assert.strictEqual(
      sendTicks({ ...tick, volume: 7 }, { ...tick, symbol: "AGH", time: start + 1, price: 3 }),
      "accepted"
    )
    assert.deepStrictEqual(
      [...ingest.openCandles()].map(([symbol, { close, volume }]) => [symbol, close, volume]),
      [
        ["LOOP", 1.5, 7],
        ["AGH", 3, 100]
      ]
    )
  })

  it("of the built-in protocol is nothing special", () => {
    const { send } = ingestOf(feedOf(() => ({ _tag: "Rejected", problem: "not mine" })))
    assert.strictEqual(send(`{"ticker":"LOOP","timestamp":${start},"price":1.5}`), "rejected")
  })

  it("is decoded as the text that it is", () => {
    const frames: Array<string> = []
    const { send } = ingestOf(feedOf((frame) => (frames.push(frame), { _tag: "Ignored" })))
    assert.strictEqual(send("\ufeff Ö 1"), "ignored")
    assert.deepStrictEqual(frames, ["\ufeff Ö 1"])
  })

  it("is accepted when one of its ticks is, and each tick is counted", () => {
    const { ingest, sendTicks } = ingestOf(jsonFeed)
    const outcome = sendTicks({ ...tick, price: 0 }, { ...tick, symbol: "OTHER" }, tick, tick, { ...tick, time: 1 })
    assert.strictEqual(outcome, "accepted")
    assert.strictEqual(ingest.counts.accepted, 1)
    assert.strictEqual(ingest.acceptedTicks, 2)
    const { absurd_time, accepted, bad_price, unwatched } = ingest.feedTicks
    assert.deepStrictEqual([bad_price, unwatched, accepted, absurd_time], [1, 1, 2, 1])
  })

  it("has the outcome of its first tick when none is accepted", () => {
    const { sendTicks } = ingestOf(jsonFeed)
    assert.strictEqual(sendTicks({ ...tick, symbol: "OTHER" }, { ...tick, price: 0 }), "unwatched")
  })

  it("is ignored when it has no ticks", () => {
    assert.strictEqual(ingestOf(jsonFeed).sendTicks(), "ignored")
  })

  it("can be late, and ahead of time", () => {
    const { ingest, sendTicks } = ingestOf(jsonFeed)
    ingest.refuseAfter = start + 9 * minute
    sendTicks(tick)
    assert.strictEqual(sendTicks({ ...tick, time: start - 5 * minute }), "late")
    assert.strictEqual(sendTicks({ ...tick, time: start + 9 * minute + 1 }), "time_ahead")
  })

  it("that is rejected says why", () => {
    const feed = feedOf(() => ({ _tag: "Rejected", problem: "no checksum" }))
    assert.strictEqual(ingestOf(feed).send("x"), "rejected")
    assert.strictEqual(feed.problem, "no checksum")
  })
})

describe("a tick of a feed plugin is refused", () => {
  const cases: ReadonlyArray<readonly [outcome: string, what: string, given: unknown]> = [
    ["wrong_type", "when it is nothing", null],
    ["no_symbol", "without symbol", { ...tick, symbol: undefined }],
    ["no_time", "without time", { ...tick, time: undefined }],
    ["no_price", "without price", { ...tick, price: undefined }],
    ["wrong_type", "with a symbol that is a number", { ...tick, symbol: 1 }],
    ["wrong_type", "with a time that is a text", { ...tick, time: String(start) }],
    ["wrong_type", "with a price that is a text", { ...tick, price: "1.5" }],
    ["wrong_type", "with a volume that is a text", { ...tick, volume: "1" }],
    ["bad_symbol", "with a symbol that is none", { ...tick, symbol: "LO OP" }],
    ["absurd_time", "when its time is in seconds", { ...tick, time: start / 1_000 }],
    ["absurd_time", "when its time is not in whole milliseconds", { ...tick, time: start + 0.5 }],
    ["absurd_time", "when it has no time of day", { ...tick, time: Number.NaN }],
    ["bad_price", "with a price of 0", { ...tick, price: 0 }],
    ["bad_price", "with a price that is not finite", { ...tick, price: Number.POSITIVE_INFINITY }],
    ["bad_price", "with a price that is not a number", { ...tick, price: Number.NaN }],
    ["bad_volume", "with a volume below 0", { ...tick, volume: -1 }],
    ["bad_volume", "with a volume that is not a number", { ...tick, volume: Number.NaN }],
    ["bad_volume", "with a volume beyond reason", { ...tick, volume: 1e201 }]
  ]
  for (const [outcome, what, given] of cases) {
    it(`${what}: ${outcome}`, () => {
      const { ingest, send } = ingestOf(feedOf(() => ({ _tag: "Ticks", ticks: [given] })))
      assert.strictEqual(send("x"), outcome)
      assert.deepStrictEqual([...ingest.openCandles()], [])
    })
  }

  it.prop(
    "if and only if it is not what the Schema of ticks asks for",
    [
      Arbitrary.map(
        Arbitrary.all([
          pick<unknown>("LOOP", "", "LO OP", 7, undefined, null),
          pick<unknown>(start, start + 0.25, "1", undefined, Number.POSITIVE_INFINITY),
          pick<unknown>(1.5, 0, -1, Number.NaN, "1", undefined),
          pick<unknown>(undefined, 0, 5, -5, 1e300, "1", null)
        ]),
        ([symbol, time, price, volume]) => ({ symbol, time, price, ...(volume === undefined ? {} : { volume }) })
      )
    ],
    ([given]) => {
      const isTick = Option.isSome(Schema.decodeUnknownOption(Tick)(given))
      const { send } = ingestOf(feedOf(() => ({ _tag: "Ticks", ticks: [given] })))
      assert.strictEqual(send("x") === "accepted", isTick)
    }
  )
})

describe("a feed plugin that fails costs the frame and nothing else:", () => {
  const cases: ReadonlyArray<readonly [what: string, decode: () => unknown, problem: RegExp]> = [
    ["it throws", () => assert.fail("broken"), /threw AssertionError: broken/],
    [
      "it throws what cannot be printed",
      () => {
        throw { toString: 1, [Symbol.toPrimitive]: 1 }
      },
      /cannot be printed/
    ],
    ["it gives nothing", () => undefined, /threw TypeError/],
    ["it gives a promise", async () => ({ _tag: "Ignored" }), /neither Ticks, Ignored nor Rejected/],
    ["it gives an effect", () => Effect.succeed({ _tag: "Ignored" }), /neither Ticks, Ignored nor Rejected/],
    ["its ticks are no array", () => ({ _tag: "Ticks", ticks: tick }), /not in an array/],
    ["its ticks are a flood", () => ({ _tag: "Ticks", ticks: { length: 1e9 } }), /not in an array/],
    [
      "it gives more ticks than a frame can have",
      () => ({ _tag: "Ticks", ticks: Array.from({ length: 100_001 }) }),
      /100001 ticks/
    ],
    [
      "a field of a tick throws",
      () => ({
        _tag: "Ticks",
        ticks: [
          {
            get symbol() {
              return assert.fail("gotcha")
            }
          }
        ]
      }),
      /gotcha/
    ]
  ]
  for (const [what, decode, problem] of cases) {
    it(what, () => {
      const feed = feedOf(decode)
      const { ingest, send } = ingestOf(feed)
      assert.strictEqual(send("x"), "feed_fault")
      assert.match(feed.problem, problem)
      assert.strictEqual(ingest.counts.feed_fault, 1)
    })
  }
})

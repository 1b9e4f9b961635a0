import { assert, describe, it } from "@effect/vitest"
import { Effect, Option, Result, Schema } from "effect"

import { epochMillis } from "../../src/domain/EpochMillis.ts"
import { StockSymbol } from "../../src/domain/StockSymbol.ts"
import { Tick } from "../../src/domain/Tick.ts"
import { defineFeed, type FeedFrame } from "../../src/plugin/defineFeed.ts"

const decodeTick = Schema.decodeUnknownOption(Tick)

const identity = {
  name: "lines",
  version: "1.2.3",
  summary: "Frames such as AAPL 1753277400000 10.5",
  params: Schema.Struct({ separator: Schema.String.pipe(Schema.withDecodingDefaultKey(Effect.succeed(" "))) })
}

const lines = defineFeed({
  ...identity,
  decode: (frame, { separator }): FeedFrame => {
    const [symbol = "", time, price] = frame.split(separator)
    return Option.match(decodeTick({ symbol, time: Number(time), price: Number(price) }), {
      onNone: () => ({ _tag: "Rejected", problem: "not symbol, time and price" }),
      onSome: (tick) => ({ _tag: "Ticks", ticks: [tick] })
    })
  },
  greet: ({ separator }) => [`login${separator}me`],
  subscribe: (symbol, { separator }) => `+${separator}${symbol}`,
  unsubscribe: (symbol, { separator }) => `-${separator}${symbol}`
})

const configured = (settings: unknown) => Result.getOrThrow(lines.configure(settings))

describe("a feed", () => {
  it("says what it is", () => {
    assert.deepInclude(lines, { kind: "feed", name: "lines", version: "1.2.3" })
    assert.strictEqual(configured({}).id, "lines@1.2.3")
  })

  it("decodes frames with its params", () => {
    const tick = Tick.make({ symbol: StockSymbol.make("AAPL"), time: epochMillis(1_753_277_400_000), price: 10.5 })
    assert.deepStrictEqual(configured({}).decode("AAPL 1753277400000 10.5"), { _tag: "Ticks", ticks: [tick] })
    assert.deepStrictEqual(configured({ separator: "|" }).decode("AAPL|1753277400000|10.5"), {
      _tag: "Ticks",
      ticks: [tick]
    })
    assert.strictEqual(configured({ separator: "|" }).decode("AAPL 1753277400000 10.5")._tag, "Rejected")
  })

  it("says with its params what to send", () => {
    const { greet, subscribe, unsubscribe } = configured({ separator: "|" })
    assert.deepStrictEqual([greet(), subscribe?.("AAPL"), unsubscribe?.("AAPL")], [["login|me"], "+|AAPL", "-|AAPL"])
  })

  it("has nothing to send when it does not say", () => {
    const mute = defineFeed({ ...identity, decode: () => ({ _tag: "Ignored" }) })
    const { greet, subscribe, unsubscribe } = Result.getOrThrow(mute.configure({}))
    assert.deepStrictEqual([greet(), subscribe, unsubscribe], [[], undefined, undefined])
  })

  it("refuses settings that do not fit, naming the feed and the path", () => {
    const problem = Result.match(lines.configure({ separator: 1 }), {
      onFailure: ({ message }) => message,
      onSuccess: () => "no problem"
    })
    assert.match(problem, /^lines: separator: /)
  })
})

describe("the compiler", () => {
  it("refuses what is no frame of a feed", () => {
    // @ts-expect-error a tick needs a symbol
    defineFeed({ ...identity, decode: () => ({ _tag: "Ticks", ticks: [{ time: 1, price: 1 }] }) })
    // @ts-expect-error a rejection needs a problem
    defineFeed({ ...identity, decode: () => ({ _tag: "Rejected" }) })
    // @ts-expect-error decoding is synchronous
    defineFeed({ ...identity, decode: async () => ({ _tag: "Ignored" }) })
  })
})

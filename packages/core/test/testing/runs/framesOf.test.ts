import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

import { epochMillis } from "../../../src/domain/EpochMillis.ts"
import { StockSymbol } from "../../../src/domain/StockSymbol.ts"
import { defineFeed, type FeedFrame } from "../../../src/plugin/defineFeed.ts"
import { param } from "../../../src/plugin/param.ts"
import { InvalidParams } from "../../../src/plugin/params.ts"
import { framesOf } from "../../../src/testing/runs/framesOf.ts"
import { PartFailed } from "../../../src/testing/runs/PartFailed.ts"

/** Reads frames of prices, and checks nothing. */
const prices = defineFeed({
  name: "prices",
  version: "1.0.0",
  summary: "Frames of prices",
  params: Schema.Struct({ separator: param(Schema.String, "Between prices", " ") }),
  decode: (frame, { separator }): FeedFrame => {
    if (frame === "") return { _tag: "Ignored" }
    if (frame === "?") return { _tag: "Rejected", problem: "a question" }
    if (frame === "!") throw new Error("oh")
    const ticks = frame.split(separator).map((price) => ({ symbol, time, price: Number(price) }))
    return { _tag: "Ticks", ticks }
  }
})

const symbol = StockSymbol.make("AAPL")
const time = epochMillis(1_753_277_400_000)

describe("framesOf", () => {
  it("gives ticks, what is ignored and what is rejected", () => {
    assert.deepStrictEqual(framesOf(prices, ["10 11", "", "?"]), [
      {
        _tag: "Ticks",
        ticks: [
          { symbol: "AAPL", time: 1_753_277_400_000, price: 10 },
          { symbol: "AAPL", time: 1_753_277_400_000, price: 11 }
        ]
      },
      { _tag: "Ignored" },
      { _tag: "Rejected", problem: "a question" }
    ])
  })

  it("gives the outcome under which a host counts a tick that it refuses", () => {
    assert.deepStrictEqual(framesOf(prices, ["0"]), [{ _tag: "Ticks", ticks: ["bad_price"] }])
  })

  it("configures the feed with the settings", () => {
    const [frame] = framesOf(prices, ["1;0"], { settings: { separator: ";" } })
    assert.deepInclude(frame, { ticks: [{ symbol: "AAPL", time: 1_753_277_400_000, price: 1 }, "bad_price"] })
    assert.throws(() => framesOf(prices, [], { settings: { separator: 1 } }), InvalidParams, "separator")
  })

  it("throws where a host would count a fault of the feed, and says at which frame", () => {
    assert.throws(
      () => framesOf(prices, ["", "!"]),
      PartFailed,
      /^feed prices@1\.0\.0, at frame 2 of 2: threw Error: oh/
    )
  })
})

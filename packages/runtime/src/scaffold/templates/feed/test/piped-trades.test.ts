import { epochMillis, StockSymbol, Tick } from "@mjolnir/core"
import { Result } from "effect"
import { assert, describe, it } from "vitest"

import { pipedTrades } from "../src/piped-trades.ts"

const feed = (settings = {}) => Result.getOrThrow(pipedTrades.configure(settings))

describe("piped-trades", () => {
  it("reads a trade from each line", () => {
    assert.deepStrictEqual(feed().decode("AAPL|1753277400000|10.5|100\nBRK.B|1753277400001|480.25|5\n"), {
      _tag: "Ticks",
      ticks: [
        Tick.make({ symbol: StockSymbol.make("AAPL"), time: epochMillis(1_753_277_400_000), price: 10.5, volume: 100 }),
        Tick.make({ symbol: StockSymbol.make("BRK.B"), time: epochMillis(1_753_277_400_001), price: 480.25, volume: 5 })
      ]
    })
  })

  it("makes nothing of a heartbeat", () => {
    assert.deepStrictEqual(feed().decode("PING"), { _tag: "Ignored" })
  })

  it("rejects a frame with a line that it cannot read, and says which", () => {
    for (const line of ["AAPL|soon|10.5|100", "AAPL|1753277400000|-1|100", "AAPL|1753277400000|10.5", "hello"]) {
      assert.deepStrictEqual(feed().decode(`AAPL|1753277400000|10.5|100\n${line}`), {
        _tag: "Rejected",
        problem: "line 2 is not SYMBOL|TIME|PRICE|VOLUME"
      })
    }
  })

  it("logs in when it has a token, and asks for each symbol", () => {
    assert.deepStrictEqual(feed().greet(), [])
    assert.deepStrictEqual(feed({ token: "secret" }).greet(), ["LOGIN|secret"])
    assert.strictEqual(feed().subscribe?.("AAPL"), "ADD|AAPL")
    assert.strictEqual(feed().unsubscribe?.("AAPL"), "REMOVE|AAPL")
  })
})

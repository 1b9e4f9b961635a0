import { framesOf } from "@mjolnir/core/testing"
import { Result } from "effect"
import { assert, describe, it } from "vitest"

import { pipedTrades } from "../src/piped-trades.ts"

/** What the feed sends with these settings. */
const sending = (settings: object) => Result.getOrThrow(pipedTrades.configure(settings))

describe("piped-trades", () => {
  it("reads a trade from each line", () => {
    assert.deepStrictEqual(framesOf(pipedTrades, ["AAPL|1753277400000|10.5|100\nBRK.B|1753277400001|480.25|5\n"]), [
      {
        _tag: "Ticks",
        ticks: [
          { symbol: "AAPL", time: 1_753_277_400_000, price: 10.5, volume: 100 },
          { symbol: "BRK.B", time: 1_753_277_400_001, price: 480.25, volume: 5 }
        ]
      }
    ])
  })

  it("makes nothing of a heartbeat", () => {
    assert.deepStrictEqual(framesOf(pipedTrades, ["PING"]), [{ _tag: "Ignored" }])
  })

  it("rejects a frame with a line that it cannot read, and says which", () => {
    const lines = ["AAPL|soon|10.5|100", "AAPL|1753277400000|-1|100", "AAPL|1753277400000|10.5", "hello"]
    const frames = lines.map((line) => `AAPL|1753277400000|10.5|100\n${line}`)
    for (const frame of framesOf(pipedTrades, frames)) {
      assert.deepStrictEqual(frame, { _tag: "Rejected", problem: "line 2 is not SYMBOL|TIME|PRICE|VOLUME" })
    }
  })

  it("logs in when it has a token, and asks for each symbol", () => {
    assert.deepStrictEqual(sending({}).greet(), [])
    assert.deepStrictEqual(sending({ token: "secret" }).greet(), ["LOGIN|secret"])
    assert.strictEqual(sending({}).subscribe?.("AAPL"), "ADD|AAPL")
    assert.strictEqual(sending({}).unsubscribe?.("AAPL"), "REMOVE|AAPL")
  })
})

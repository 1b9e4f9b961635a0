import { assert, describe, it } from "@effect/vitest"
import { StockSymbol } from "@mjolnir/core"

import { FaultLog } from "../../src/supervisor/FaultLog.ts"

const second = 1_000

/** A log, what it has written, and ways to tell it of the detector `odd@1.0.0`. */
const logging = () => {
  const lines: Array<string> = []
  const log = new FaultLog(({ level, text }) => lines.push(`${level}: ${text}`))
  const fail = (now: number, symbol = "AAPL", suspended = false) =>
    log.tell(
      { kind: "detector", part: "odd@1.0.0", symbol: StockSymbol.make(symbol), problem: "threw Error: odd", suspended },
      now
    )
  return { lines, log, fail }
}

describe("the log of faults", () => {
  it("has one line for the first fault of a part, whatever the symbol", () => {
    const { fail, lines } = logging()
    for (let index = 0; index < 100; index++) fail(index * second, index % 2 === 0 ? "AAPL" : "MSFT")
    assert.deepStrictEqual(lines, ["Error: The detector odd@1.0.0 failed on AAPL: it threw Error: odd"])
  })

  it("has one line when the part is suspended, which counts the faults before it", () => {
    const { fail, lines } = logging()
    fail(0)
    fail(1)
    fail(2)
    fail(3, "AAPL", true)
    fail(4, "MSFT", true)
    assert.deepStrictEqual(lines.slice(1), [
      "Error: The detector odd@1.0.0 is not called for AAPL for a while: it threw Error: odd (2 faults before were not logged)"
    ])
  })

  it("has one line when the part is well and has not failed for a minute, and then begins anew", () => {
    const { fail, lines, log } = logging()
    fail(0)
    fail(second)
    log.look(60 * second, () => true)
    log.look(61 * second, () => false)
    assert.lengthOf(lines, 1)
    log.look(61 * second, () => true)
    log.look(62 * second, () => true)
    assert.deepStrictEqual(lines.slice(1), [
      "Info: The detector odd@1.0.0 has not failed for a minute and is called everywhere (1 fault before was not logged)"
    ])
    fail(63 * second)
    assert.lengthOf(lines, 3)
  })
})

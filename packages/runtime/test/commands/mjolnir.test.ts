import { assert, describe, it } from "@effect/vitest"

import { mjolnir, mjolnirToHead } from "./mjolnirProcess.ts"

const header = "time,open,high,low,close"
const flatTop = ["10,10,9,10", "10,11,9,10", "10,11,9,10", "10,12,9,12"]
const candles = [header, ...flatTop.map((prices, at) => `${at * 60_000},${prices}`), ""].join("\n")

describe("the mjolnir command", () => {
  it("shows help with examples", () => {
    const { code, err, out } = mjolnir(["replay", "--help"])
    assert.deepStrictEqual([code, err], [0, ""])
    assert.include(out, "mjolnir replay frames.jsonl --watch AAPL,MSFT")
  })

  for (const [args, message] of [
    [["detcet"], "mjolnir: unknown command detcet; did you mean detect? (see mjolnir --help)\n"],
    [["detect"], "mjolnir: Missing required argument: FILE (see mjolnir detect --help)\n"],
    [["detect", "-", "--nope"], "mjolnir: unknown flag --nope (see mjolnir detect --help)\n"],
    [
      ["detect", "-", "--cooldown", "5"],
      "mjolnir: --cooldown 5: expected a duration such as 5m, 300s, 250ms, 90 seconds or 0 (see mjolnir detect --help)\n"
    ],
    [["detect", "no.csv"], "mjolnir: no.csv: there is no such file\n"]
  ] as const) {
    it(`refuses ${args.join(" ")} in one line`, () =>
      assert.deepStrictEqual(mjolnir(args), { code: 1, out: "", err: message }))
  }

  it("prints JSON where there is no terminal, and a table when told to", () => {
    const { code, err, out } = mjolnir(["detect", "-", "--symbol", "X"], candles)
    assert.deepStrictEqual([code, err], [0, ""])
    assert.deepStrictEqual([JSON.parse(out).symbol, JSON.parse(out).pattern], ["X", "FLAT_TOP_BREAKOUT"])
    const table = mjolnir(["detect", "-", "--format", "table"], candles)
    assert.strictEqual(table.err, "1 detection in 4 candles of 1 symbol\n")
    assert.match(table.out, /^TIME \(UTC\) .*\n1970-01-01 00:03 {2}STOCK .*\n$/)
  })

  it("ends with an error line behind what it has found", () => {
    const { code, err, out } = mjolnir(["detect", "-"], `${candles}oops`)
    assert.strictEqual(code, 1)
    assert.strictEqual(err, "mjolnir: standard input:6: 1 cell; expected 5 as in the header\n")
    assert.strictEqual(out.split("\n").length, 2)
  })

  it("stops quietly when its reader has gone", async () => {
    const frames = Array.from({ length: 20_000 }, (_, minute) =>
      JSON.stringify({ ticker: "A", timestamp: 1_753_277_400_000 + minute * 60_000, price: 1 })
    )
    const { code, err, out } = await mjolnirToHead(["candles", "-", "--watch", "A"], frames.join("\n"))
    assert.deepStrictEqual([code, err], [0, ""])
    assert.match(out, /^\{"symbol":"A"/)
  })
})

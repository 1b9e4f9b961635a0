import { assert, describe, it } from "@effect/vitest"
import { type Candle, type Interval, isStockSymbol } from "@mjolnir/core"

import { CandleFile } from "../../src/offline/CandleFile.ts"
import { CandleOrder } from "../../src/offline/CandleOrder.ts"

const header = "time,open,high,low,close,volume"
const json = '{"symbol":"A","time":60000,"open":1,"high":2,"low":1,"close":2,"volume":3}'

describe("a candle file", () => {
  it("is CSV with a header", () => {
    assert.deepStrictEqual(read([header, "60000,1,3,0.5,2,10", "180000,2,2.5,1.5,2,0"]).candles, [
      ["AAPL", { time: 60_000, open: 1, high: 3, low: 0.5, close: 2, volume: 10, ticks: 0, partial: false, gap: 0 }],
      ["AAPL", { time: 180_000, open: 2, high: 2.5, low: 1.5, close: 2, volume: 0, ticks: 0, partial: false, gap: 1 }]
    ])
  })

  it("may have its columns in any order and case, quoted, with others between and none for the volume", () => {
    const rows = ['"Symbol",Name,CLOSE,low, High ,Open,Timestamp', '"B.C","Say ""hi"", B",2,1,3,1.5,1753277400']
    assert.deepStrictEqual(read(rows).candles, [
      [
        "B.C",
        { time: 1_753_277_400_000, open: 1.5, high: 3, low: 1, close: 2, volume: 0, ticks: 0, partial: false, gap: 0 }
      ]
    ])
  })

  it("may have a column of any name, and a cell of any length", () => {
    const long = "a".repeat(2_000_000)
    const rows = [`${header},__proto__,constructor,note`, `60000,1,1,1,1,1,x,y,"${long}"`]
    assert.lengthOf(read(rows).candles, 1)
  })

  it("may be JSONL, with what `mjolnir candles` prints of closed and open candles", () => {
    const { candles } = read([
      '{"symbol":"A","time":60000,"open":1,"high":2,"low":1,"close":2,"volume":null,"ticks":4,"partial":true,"gap":7}',
      '{"symbol":"A","time":120000,"openPrice":2,"high":3,"low":1,"close":2,"volume":5,"ticks":1,"partial":false,"gap":0,"open":true}'
    ])
    assert.deepStrictEqual(candles, [
      ["A", { time: 60_000, open: 1, high: 2, low: 1, close: 2, volume: 0, ticks: 4, partial: true, gap: 0 }],
      ["A", { time: 120_000, open: 2, high: 3, low: 1, close: 2, volume: 5, ticks: 1, partial: false, gap: 0 }]
    ])
  })

  it("may have blank lines, carriage returns and a byte order mark", () => {
    assert.strictEqual(read(["\uFEFF", "", `${header}\r`, "", "60000,1,1,1,1,1\r", "\r", ""]).candles.length, 1)
    assert.strictEqual(read([`\uFEFF${json}\r`]).candles.length, 1)
    assert.deepStrictEqual(read([]), { candles: [], fault: undefined, notes: [] })
  })

  it("has times in several forms", () => {
    const time = (column: string, value: string) =>
      read([`${column},open,high,low,close`, `${value},1,1,1,1`]).candles[0]?.[1].time
    assert.strictEqual(time("time", "0"), 0)
    assert.strictEqual(time("time", "883699200000"), 883_699_200_000)
    assert.strictEqual(time("time", "1753277400"), 1_753_277_400)
    assert.strictEqual(time("timestamp", "883699200"), 883_699_200_000)
    assert.strictEqual(time("timestamp", "1753277400.5"), 1_753_277_400_500)
    assert.strictEqual(time("timestamp", "1753277400000"), 1_753_277_400_000)
    for (const column of ["time", "timestamp"]) {
      assert.strictEqual(time(column, "1998-01-02"), 883_699_200_000)
      assert.strictEqual(time(column, "1998-01-02 00:00"), 883_699_200_000)
      assert.strictEqual(time(column, "1998-01-02T00:00:00Z"), 883_699_200_000)
      assert.strictEqual(time(column, "1998-01-02T02:00:00.000+02:00"), 883_699_200_000)
    }
    assert.strictEqual(read([json.replace("60000", '"1998-01-02"')]).candles[0]?.[1].time, 883_699_200_000)
  })

  it("names its symbol, or the flag or the file's name does", () => {
    const symbolOf = (path: string, symbol?: string) =>
      read([header, "60000,1,1,1,1,1"], { path, symbol }).candles[0]?.[0]
    assert.strictEqual(symbolOf("data/brk-1m.csv.gz"), "BRK")
    assert.strictEqual(symbolOf("msft.csv"), "MSFT")
    assert.strictEqual(symbolOf("MSFT"), "MSFT")
    assert.strictEqual(symbolOf("my file.csv"), "STOCK")
    assert.strictEqual(symbolOf("-"), "STOCK")
    assert.strictEqual(symbolOf("msft.csv", "brk.b"), "brk.b")
  })

  it("is filtered by --symbol when it names its symbols", () => {
    const rows = [json, json.replace("A", "B"), json.replace("60000", "120000")]
    assert.deepStrictEqual(
      read(rows, { symbol: "A" }).candles.map(([symbol, { time }]) => [symbol, time]),
      [
        ["A", 60_000],
        ["A", 120_000]
      ]
    )
  })

  it("may interleave symbols, each with its own gaps", () => {
    const rows = ["A,0", "B,60000", "A,180000", "B,120000"].map((row) => `${row},1,1,1,1`)
    assert.deepStrictEqual(
      read(["symbol,time,open,high,low,close", ...rows]).candles.map(([symbol, { gap }]) => [symbol, gap]),
      [
        ["A", 0],
        ["B", 0],
        ["A", 2],
        ["B", 0]
      ]
    )
  })

  it("is noted when its candles are much closer than the interval", () => {
    const note =
      "AAPL.csv:3: only 60 ms after the candle on line 2, though candles last 1m: is --interval right, and is a column time in milliseconds?"
    const rows = [header, "1753277400,1,1,1,1,1", "1753277460,1,1,1,1,1", "1753277520,1,1,1,1,1"]
    assert.deepStrictEqual(read(rows).notes, [note])
    assert.deepStrictEqual(read([header, "0,1,1,1,1,1", "82800000,1,1,1,1,1"], { interval: "1d" }).notes, [])
  })
})

describe("what is wrong with a candle file", () => {
  const tooFew =
    "expected a header with time or timestamp, open, high, low, close and perhaps volume and symbol, or JSONL"
  const number = "expected a number"
  const aCandle =
    'expected a candle such as {"symbol":"AAPL","time":1753277400000,"open":1,"high":2,"low":1,"close":2,"volume":9}'
  const row = (...cells: ReadonlyArray<string>) => [header, "", cells.join(",")]
  const cases: ReadonlyArray<readonly [name: string, rows: ReadonlyArray<string>, message: string]> = [
    ["no header", ["", "60000,1,1,1,1,1"], `:2: the header lacks the columns time, open, high, low, close; ${tooFew}`],
    ["a column missing", ["time,open,high,low"], `:1: the header lacks the column close; ${tooFew}`],
    ["a column twice", [`${header},open`], ":1: the header has the column open twice; expected every column once"],
    ["too few cells", row("60000", "1"), ":3: 2 cells; expected 6 as in the header"],
    ["too many cells", row("60000", "1", "1", "1", "1", "1", "1"), ":3: 7 cells; expected 6 as in the header"],
    ["a price that is text", row("60000", "1", "n/a", "1", "1", "1"), `:3: high is "n/a"; ${number}`],
    ["a price that is empty", row("60000", "1", "1", "1", "", "1"), `:3: close is ""; ${number}`],
    ["a price that is hexadecimal", row("60000", "0x1f", "1", "1", "1", "1"), `:3: open is "0x1f"; ${number}`],
    ["a price that is infinite", row("60000", "1", "1e999", "1", "1", "1"), `:3: high is null; ${number}`],
    ["a volume below 0", row("60000", "1", "1", "1", "1", "-1"), ":3: volume is -1; expected a number of at least 0"],
    [
      "high below low",
      row("60000", "1", "1", "2", "1", "1"),
      ":3: high 1 is below low 2; expected a high at or above the low"
    ],
    [
      "a time that is text",
      row("noon", "1", "1", "1", "1", "1"),
      ':3: time is "noon"; expected epoch milliseconds or ISO-8601 text'
    ],
    [
      "a time that is no day",
      row("2014-13-45", "1", "1", "1", "1", "1"),
      ':3: time is "2014-13-45"; expected epoch milliseconds or ISO-8601 text'
    ],
    [
      "a time with a fraction",
      row("60000.5", "1", "1", "1", "1", "1"),
      ":3: time is 60000.5; expected epoch milliseconds or ISO-8601 text"
    ],
    [
      "a timestamp that is text",
      ["timestamp,open,high,low,close", "x,1,1,1,1"],
      ':2: timestamp is "x"; expected epoch seconds, epoch milliseconds or ISO-8601 text'
    ],
    [
      "a symbol that is empty",
      ["time,symbol,open,high,low,close", "1,,1,1,1,1"],
      ':2: symbol is ""; expected a stock symbol: 1 to 32 printable ASCII characters without spaces'
    ],
    ["a line that is not JSON", [json, "{nope}"], `:2: not JSON; ${aCandle}`],
    ["JSON that is no object", [json, "[1]"], `:2: JSON, but not an object; ${aCandle}`],
    ["a field missing", [json.replace('"close":2,', "")], `:1: close is missing; ${number}`],
    [
      "no time",
      [json.replace('"time":60000,', "")],
      ":1: time is missing; expected epoch milliseconds or ISO-8601 text"
    ],
    ["a price in quotes", [json.replace('"open":1', '"open":"1"')], `:1: open is "1"; ${number}`],
    [
      "an open candle without price",
      [json.replace('"open":1', '"open":true')],
      ":1: openPrice is missing; expected a number, since open is true"
    ],
    [
      "ticks with a fraction",
      [json.replace("{", '{"ticks":1.5,')],
      ":1: ticks is 1.5; expected a whole number of at least 0"
    ],
    ["partial as text", [json.replace("{", '{"partial":"no",')], ':1: partial is "no"; expected true or false'],
    [
      "a time twice",
      [json, "", json],
      ":3: the candle of A is at the time of the one on line 1 at 1970-01-01T00:01:00.000Z; expected the candles of a symbol in increasing order of time"
    ],
    [
      "a time before",
      [json, json.replace("60000", "0")],
      ":2: the candle of A is at 1970-01-01T00:00:00.000Z, before the one on line 1 at 1970-01-01T00:01:00.000Z; expected the candles of a symbol in increasing order of time"
    ]
  ]
  for (const [name, rows, message] of cases) {
    it(`is said for ${name}`, () => assert.strictEqual(read(rows).fault?.message, `AAPL.csv${message}`))
  }

  it("names both files when one does not continue the other", () => {
    const order = new CandleOrder()
    assert.strictEqual(read([json], { path: "first.jsonl", order }).fault, undefined)
    assert.strictEqual(
      read([json], { path: "-", order }).fault?.message,
      "standard input:1: the candle of A is at the time of the one on first.jsonl:1 at 1970-01-01T00:01:00.000Z; expected the candles of a symbol in increasing order of time"
    )
  })
})

type CandleFigures = Omit<Candle, "time"> & { readonly time: number }

interface ReadOptions {
  readonly path?: string
  readonly symbol?: string | undefined
  readonly interval?: Interval
  readonly order?: CandleOrder
}

const read = (rows: ReadonlyArray<string>, options: ReadOptions = {}) => {
  const { interval = "1m", order = new CandleOrder(), path = "AAPL.csv", symbol } = options
  const candles: Array<readonly [string, CandleFigures]> = []
  const notes: Array<string> = []
  const file = new CandleFile(path, {
    interval,
    order,
    symbol: isStockSymbol(symbol) ? symbol : undefined,
    onCandle: (symbol, candle) => candles.push([symbol, candle]),
    onNote: (note) => notes.push(note)
  })
  const fault = rows.map((line) => file.onLine(new TextEncoder().encode(line))).find((fault) => fault !== undefined)
  return { candles, fault, notes }
}

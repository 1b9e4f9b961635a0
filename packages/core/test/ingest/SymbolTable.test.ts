import { assert, describe, it } from "@effect/vitest"
import { Arbitrary } from "effect"

import { StockSymbol } from "../../src/domain/StockSymbol.ts"
import { SymbolTable } from "../../src/ingest/SymbolTable.ts"
import { TickScanner } from "../../src/wire/TickScanner.ts"
import { oneOf, pick } from "../support/arbitraries.ts"

const encoder = new TextEncoder()

/** Looks the symbol up as it is found in a frame. */
const find = <Value>(table: SymbolTable<Value>, symbol: string): Value | undefined => {
  const scanner = new TickScanner()
  assert.isTrue(scanner.scan(encoder.encode(`{"ticker":"${symbol}","timestamp":1753277400,"price":1}`)))
  return table.find(scanner.symbolLow, scanner.symbolHigh)
}

const symbol = Arbitrary.map(Arbitrary.array(pick("Aa", "BB", "C"), { minLength: 1, maxLength: 4 }), (parts) =>
  StockSymbol.make(parts.join(""))
)

describe("SymbolTable", () => {
  it.prop(
    "finds by bytes what a map finds by symbol, after any changes",
    [
      Arbitrary.array(
        oneOf(
          Arbitrary.map(symbol, (symbol) => ({ symbol, isSet: true })),
          Arbitrary.map(symbol, (symbol) => ({ symbol, isSet: false }))
        ),
        { maxLength: 40 }
      )
    ],
    ([changes]) => {
      const table = new SymbolTable<number>()
      const model = new Map<StockSymbol, number>()
      changes.forEach(({ isSet, symbol }, index) => {
        if (isSet) {
          table.set(symbol, index)
          model.set(symbol, index)
        } else {
          table.delete(symbol)
          model.delete(symbol)
        }
      })
      assert.deepStrictEqual([...table.entries()], [...model.entries()])
      assert.strictEqual(table.size, model.size)
      for (const { symbol } of changes) {
        assert.strictEqual(find(table, symbol), model.get(symbol))
        assert.strictEqual(table.get(symbol), model.get(symbol))
      }
    },
    { arbitrary: { runs: 500 } }
  )

  it("finds nothing when it is empty", () => {
    assert.isUndefined(find(new SymbolTable<number>(), "LOOP"))
  })

  it("tells apart symbols that differ in their last character only", () => {
    const table = new SymbolTable<number>()
    table.set(StockSymbol.make("ABCDEFGH"), 1)
    assert.isUndefined(find(table, "ABCDEFGI"))
    table.set(StockSymbol.make("ABCDEFGI"), 2)
    assert.deepStrictEqual([find(table, "ABCDEFGH"), find(table, "ABCDEFGI")], [1, 2])
  })

  it("keeps a symbol of more than eight characters out of the way of those that it begins with", () => {
    const table = new SymbolTable<number>()
    table.set(StockSymbol.make("ABCDEFGHI"), 1)
    assert.isUndefined(find(table, "ABCDEFGH"))
    assert.strictEqual(table.get(StockSymbol.make("ABCDEFGHI")), 1)
  })

  it("does not take a symbol for a longer or shorter one", () => {
    const table = new SymbolTable<number>()
    table.set(StockSymbol.make("LOOP"), 1)
    assert.isUndefined(find(table, "LOO"))
    assert.isUndefined(find(table, "LOOPS"))
    assert.isUndefined(find(table, "loop"))
  })

  it("finds each of thousands of symbols", () => {
    const table = new SymbolTable<number>()
    for (let index = 0; index < 5_000; index++) table.set(StockSymbol.make(`S${index}`), index)
    for (let index = 0; index < 5_000; index++) assert.strictEqual(find(table, `S${index}`), index)
  })
})

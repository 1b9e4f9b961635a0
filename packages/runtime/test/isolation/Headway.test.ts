import { assert, describe, it } from "@effect/vitest"

import { Headway } from "../../src/isolation/Headway.ts"

describe("the headway of a thread", () => {
  it("can be read where its memory is shared: what it does, with which symbol and which detector", () => {
    const written = new Headway()
    const read = new Headway(written.memory)
    assert.deepStrictEqual(read.place, { phase: "starting", symbol: "", item: -1, detector: -1 })
    written.turnTo("working", "BRK.B", 3)
    written.enter(2)
    assert.deepStrictEqual(read.place, { phase: "working", symbol: "BRK.B", item: 3, detector: 2 })
    written.turnTo("waiting")
    assert.deepStrictEqual(read.place, { phase: "waiting", symbol: "", item: -1, detector: -1 })
  })

  it("shows another count whenever the thread gets on", () => {
    const headway = new Headway()
    const counts = [headway.count]
    headway.turnTo("working", "AAPL", 0)
    counts.push(headway.count)
    headway.enter(0)
    counts.push(headway.count)
    headway.enter(-1)
    counts.push(headway.count)
    assert.strictEqual(new Set(counts).size, 4)
  })

  it("has room for the longest symbol", () => {
    const headway = new Headway()
    headway.turnTo("working", "X".repeat(32), 0)
    assert.strictEqual(headway.place.symbol, "X".repeat(32))
  })
})

import { assert, describe, it } from "@effect/vitest"
import { StockSymbol } from "@mjolnir/core"

import type { LaneExtents } from "../../src/isolation/messages.ts"
import { type Batch, WorkQueue } from "../../src/isolation/WorkQueue.ts"
import { candleAt } from "../support/candles.ts"

const minutes: LaneExtents = [{ interval: "1m", intervalMillis: 60_000, capacity: 3 }]
const hours: LaneExtents = [...minutes, { interval: "1h", intervalMillis: 3_600_000, capacity: 2 }]

const symbolOf = (symbol: string) => StockSymbol.make(symbol)

/** A queue whose thread has begun, and short ways to speak to it. */
const queueOf = ({ capacity = 100, lanes = minutes }: { capacity?: number; lanes?: LaneExtents } = {}) => {
  const queue = new WorkQueue({ interval: "1m", calendar: "utc" }, capacity)
  queue.begin(lanes)
  const offer = (symbol: string, ...at: ReadonlyArray<number>) =>
    at.map((minute) => queue.offer(symbolOf(symbol), candleAt(minute), 0))
  return { queue, offer, send: () => batchText(queue.next()) }
}

/** `AAPL 1` for a candle of minute 1, `AAPL 1~` for a forming one, `close 60` for higher candles up to that minute. */
const batchText = (batch: Batch | undefined): ReadonlyArray<string> | undefined =>
  batch?.items.map((item) => {
    switch (item._tag) {
      case "Candle":
        return `${item.symbol} ${item.candle.time / 60_000}`
      case "Forming":
        return `${item.symbol} ${item.forming.time / 60_000}~`
      case "CloseUpTo":
        return `close ${item.time / 60_000}`
    }
  })

/** Minutes of the candles that a batch tells of each symbol, of the lowest interval. */
const historyText = (batch: Batch | undefined) =>
  batch?.histories.map(([symbol, { lanes }]) => [String(symbol), lanes[0]?.candles.map(({ time }) => time / 60_000)])

const formingAt = (minute: number) => ({
  time: minute * 60_000,
  open: 1,
  highSoFar: 1,
  lowSoFar: 1,
  last: 1,
  volumeSoFar: 1,
  ticksSoFar: 1,
  lastTime: minute * 60_000
})

describe("what waits for the thread of a plugin", () => {
  it("is sent in the order in which it came, one batch at a time", () => {
    const { offer, queue, send } = queueOf()
    offer("AAPL", 1, 2)
    offer("MSFT", 1)
    assert.deepStrictEqual(send(), ["AAPL 1", "AAPL 2", "MSFT 1"])
    offer("AAPL", 3)
    assert.isUndefined(send())
    assert.strictEqual(queue.backlog, 4)
    queue.done()
    assert.deepStrictEqual(send(), ["AAPL 3"])
    queue.done()
    assert.strictEqual(queue.backlog, 0)
  })

  it("is sent in batches that take no message long", () => {
    const { offer, queue, send } = queueOf({ capacity: 2_000 })
    offer("AAPL", ...Array.from({ length: 1_200 }, (_, minute) => minute))
    const sizes = Array.from({ length: 3 }, () => {
      const sent = send()?.length
      queue.done()
      return sent
    })
    assert.deepStrictEqual(sizes, [500, 500, 200])
  })

  it("holds a bounded number of candles; the oldest gives way", () => {
    const { offer, send } = queueOf({ capacity: 2 })
    assert.deepStrictEqual(offer("AAPL", 1, 2, 3), [true, true, false])
    assert.deepStrictEqual(send(), ["AAPL 2", "AAPL 3"])
  })

  it("has the newest forming candle of a symbol last, and none that is no newer than a closed one", () => {
    const { offer, queue, send } = queueOf()
    queue.offerForming(symbolOf("AAPL"), formingAt(1), 0)
    queue.offerForming(symbolOf("AAPL"), formingAt(2), 0)
    queue.offerForming(symbolOf("MSFT"), formingAt(1), 0)
    offer("AAPL", 1)
    offer("MSFT", 1)
    assert.deepStrictEqual(send(), ["AAPL 1", "MSFT 1", "AAPL 2~"])
  })

  it("tells of closed hours only when the plugin looks at higher candles", () => {
    const { queue, send } = queueOf()
    queue.closeUpTo(3_600_000, 0)
    assert.isUndefined(send())
    const other = queueOf({ lanes: hours })
    other.queue.closeUpTo(3_600_000, 0)
    assert.deepStrictEqual(other.send(), ["close 60"])
  })

  it("forgets a symbol, and says how many of its candles are lost", () => {
    const { offer, queue, send } = queueOf()
    offer("AAPL", 1, 2)
    offer("MSFT", 1)
    assert.strictEqual(queue.forget(symbolOf("AAPL")), 2)
    assert.deepStrictEqual(send(), ["MSFT 1"])
  })
})

describe("a thread that ended", () => {
  it("costs the candle at which it ended; what came after it waits for the next", () => {
    const { offer, queue, send } = queueOf()
    offer("AAPL", 1, 2, 3, 4)
    send()
    assert.strictEqual(queue.end(1), 1)
    assert.strictEqual(queue.backlog, 2)
    offer("AAPL", 5)
    assert.deepStrictEqual(send(), ["AAPL 3", "AAPL 4", "AAPL 5"])
  })

  it("before it began costs nothing", () => {
    const { offer, queue, send } = queueOf()
    offer("AAPL", 1, 2)
    send()
    assert.strictEqual(queue.end(-1), 0)
    assert.deepStrictEqual(send(), ["AAPL 1", "AAPL 2"])
  })

  it("leaves what it was sent to the next as history, the candle at which it ended included", () => {
    const { offer, queue, send } = queueOf()
    offer("AAPL", 1, 2)
    send()
    queue.done()
    offer("AAPL", 3, 4)
    send()
    queue.end(0)
    const batch = queue.next()
    assert.deepStrictEqual(historyText(batch), [["AAPL", [1, 2, 3]]])
    assert.deepStrictEqual(batchText(batch), ["AAPL 4"])
  })

  it("leaves each symbol its history, a bounded number a batch, before its hours are closed", () => {
    const { offer, queue, send } = queueOf({ lanes: hours })
    const symbols = Array.from({ length: 120 }, (_, index) => `S${index}`)
    for (const symbol of symbols) offer(symbol, 1)
    send()
    queue.done()
    queue.end(-1)
    queue.closeUpTo(3_600_000, 0)
    const batches = Array.from({ length: 3 }, () => {
      const batch = queue.next()
      queue.done()
      return [batch?.histories.length, batchText(batch)]
    })
    assert.deepStrictEqual(batches, [
      [50, []],
      [50, []],
      [20, ["close 60"]]
    ])
  })

  it("leaves no history of a symbol whose windows could not be filled, or that was forgotten meanwhile", () => {
    const { offer, queue, send } = queueOf()
    offer("AAPL", 1)
    offer("MSFT", 1)
    offer("TSLA", 1)
    send()
    queue.forget(symbolOf("MSFT"))
    queue.done()
    queue.forgetHistory("AAPL")
    queue.end(-1)
    for (const symbol of ["AAPL", "MSFT", "TSLA"]) offer(symbol, 2)
    assert.deepStrictEqual(historyText(queue.next()), [["TSLA", [1]]])
  })

  it("that leaves what waits to nobody leaves it as history", () => {
    const { offer, queue } = queueOf()
    offer("AAPL", 1, 2)
    assert.strictEqual(queue.skipWaiting(), 2)
    assert.strictEqual(queue.backlog, 0)
    offer("AAPL", 3)
    assert.deepStrictEqual(historyText(queue.next()), [["AAPL", [1, 2]]])
  })

  it("leaves what the gates remember", () => {
    const { offer, queue, send } = queueOf()
    offer("AAPL", 1)
    send()
    queue.rememberGates(symbolOf("AAPL"), { cooldown: 7 })
    queue.done()
    queue.end(-1)
    offer("AAPL", 2)
    assert.deepStrictEqual(queue.next()?.histories[0]?.[1].gates, { cooldown: 7 })
  })
})

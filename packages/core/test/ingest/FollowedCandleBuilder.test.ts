import { assert, describe, it } from "@effect/vitest"

import { defaultCandleSettings } from "../../src/candles/CandleBuilder.ts"
import type { FormingCandle } from "../../src/domain/FormingCandle.ts"
import { StockSymbol } from "../../src/domain/StockSymbol.ts"
import { FrameIngest } from "../../src/ingest/FrameIngest.ts"
import { minute, start } from "../support/candles.ts"
import { flat } from "../support/ingest.ts"

/** LOOP is followed, AGH is only watched. */
const following = () => {
  const ingest = new FrameIngest(defaultCandleSettings, () => {})
  ingest.watch(StockSymbol.make("LOOP"), undefined, true)
  ingest.watch(StockSymbol.make("AGH"))
  const encoder = new TextEncoder()
  const send = (symbol: string, millis: number, price: number) =>
    ingest.onFrame(encoder.encode(flat(symbol, start + millis, price)))
  const take = () => {
    const taken: Array<readonly [string, FormingCandle]> = []
    ingest.takeForming((symbol, forming) => taken.push([symbol, forming]))
    return taken
  }
  return { ingest, send, take }
}

describe("the forming candle of a followed symbol", () => {
  it("tells what all ticks so far amount to, and when the newest was", () => {
    const { send, take } = following()
    send("LOOP", 1_000, 10)
    send("LOOP", 5_000, 12)
    send("LOOP", 3_000, 9)
    assert.deepStrictEqual(take(), [
      [
        "LOOP",
        {
          time: start,
          open: 10,
          highSoFar: 12,
          lowSoFar: 9,
          last: 12,
          volumeSoFar: 300,
          ticksSoFar: 3,
          lastTime: start + 5_000
        }
      ]
    ])
  })

  it("is handed out again only when ticks came", () => {
    const { send, take } = following()
    assert.lengthOf(take(), 0)
    send("LOOP", 0, 10)
    assert.lengthOf(take(), 1)
    assert.lengthOf(take(), 0)
    send("LOOP", 1, 10)
    assert.lengthOf(take(), 1)
  })

  it("waits until the candle before it has closed", () => {
    const { ingest, send, take } = following()
    send("LOOP", 0, 10)
    send("LOOP", minute + 500, 11)
    assert.deepStrictEqual(take(), [])
    ingest.closeUpTo(start + minute + defaultCandleSettings.graceMillis)
    assert.deepStrictEqual(
      take().map(([, { open, time }]) => [time, open]),
      [[start + minute, 11]]
    )
  })

  it("is none once it has closed", () => {
    const { ingest, send, take } = following()
    send("LOOP", 0, 10)
    ingest.closeUpTo(start + 9 * minute)
    assert.deepStrictEqual(take(), [])
  })

  it("is not handed out of a symbol that is only watched, or watched no longer", () => {
    const { ingest, send, take } = following()
    send("AGH", 0, 10)
    send("LOOP", 0, 10)
    ingest.unwatch(StockSymbol.make("LOOP"))
    assert.deepStrictEqual(take(), [])
  })
})

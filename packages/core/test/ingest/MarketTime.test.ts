import { assert, describe, it } from "@effect/vitest"

import { MarketTime } from "../../src/ingest/MarketTime.ts"

const start = Date.parse("2025-07-23T13:30:00Z")
const second = 1_000
const minute = 60_000

/** Market time observed every quarter of a second; ticks are told by their time, or none came. */
const makeMarket = (delayOfFeed = 0) => {
  const time = new MarketTime(2 * second)
  let clock = start
  let ticks = 0
  let newest = Number.NEGATIVE_INFINITY
  return {
    /** A quarter of a second with ticks that are `delay` old. */
    trades: (delay = delayOfFeed) => {
      clock += 250
      ticks++
      newest = Math.max(newest, clock - delay)
      time.observe(newest, ticks, clock)
    },
    /** A quarter of a second without ticks. */
    quiet: () => {
      clock += 250
      time.observe(newest, ticks, clock)
    },
    /** The process stands still; ticks wait unread. */
    stalls: (millis: number) => {
      clock += millis
    },
    reconnects: () => {
      newest = Number.NEGATIVE_INFINITY
    },
    /** How far market time is behind the clock. */
    lag: () => {
      const now = time.at(clock)
      return now === undefined ? undefined : clock - now
    }
  }
}

const times = (count: number, act: () => void) => {
  for (let index = 0; index < count; index++) act()
}

describe("market time", () => {
  it("is not known before the first tick", () => {
    const market = makeMarket()
    times(8, market.quiet)
    assert.isUndefined(market.lag())
  })

  it("is the time of the newest tick while ticks arrive", () => {
    const market = makeMarket(15 * minute)
    times(8, market.trades)
    assert.strictEqual(market.lag(), 15 * minute)
  })

  it("runs on with the clock when ticks stay away", () => {
    const market = makeMarket(3 * second)
    market.trades()
    times(240, market.quiet)
    assert.strictEqual(market.lag(), 3 * second)
  })

  it("falls back with a feed whose delay grows, and catches up when it shrinks", () => {
    const market = makeMarket()
    times(8, market.trades)
    times(40, () => market.trades(8 * second))
    assert.strictEqual(market.lag(), 8 * second)
    market.trades(0)
    assert.strictEqual(market.lag(), 0)
  })

  it("is never ahead of the clock, though a tick is", () => {
    const market = makeMarket()
    market.trades(-30 * second)
    assert.strictEqual(market.lag(), 0)
  })

  it("waits for the ticks that came while the process stood still", () => {
    const market = makeMarket()
    times(8, market.trades)
    market.stalls(66 * second)
    market.quiet()
    assert.isAtLeast(market.lag() ?? 0, 66 * second)
    market.trades(60 * second)
    assert.strictEqual(market.lag(), 60 * second)
  })

  it("goes on through a reconnect", () => {
    const market = makeMarket()
    market.trades()
    market.reconnects()
    times(40, market.quiet)
    assert.strictEqual(market.lag(), 0)
  })
})

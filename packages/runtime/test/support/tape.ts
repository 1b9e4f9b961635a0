import { Clock, Effect } from "effect"

import { type LoopbackBroker } from "../../src/demo/LoopbackBroker.ts"

/** Open, high, low and close of three minutes: two stop at the same high, the third breaks out of it. */
const flatTop = [
  [9.9, 10, 9.8, 9.85],
  [9.9, 10, 9.8, 9.85],
  [9.9, 10.25, 9.85, 10.2]
].flat()

/**
 * Trades every symbol for ever, a minute of the market in 0.3 seconds of ours, beginning hours ago so that no tick is
 * ahead of the clock. Every third minute completes a flat top breakout.
 */
export const trading = (broker: () => LoopbackBroker["Service"] | undefined, symbols: ReadonlyArray<string>) =>
  Effect.gen(function* () {
    let timestamp = Math.floor((yield* Clock.currentTimeMillis) / 60_000) * 60_000 - 6 * 3_600_000
    for (let tick = 0; ; tick = (tick + 1) % flatTop.length) {
      for (const ticker of symbols) broker()?.publish(`stock:${ticker}`, { ticker, timestamp, price: flatTop[tick] })
      timestamp += 15_000
      yield* Effect.sleep("75 millis")
    }
  })

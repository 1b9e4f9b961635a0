import { type EpochMillis, epochMillis, intervalMillis, type StockSymbol } from "@mjolnir/core"
import { Metrics } from "@mjolnir/core/services"
import { stockTopic } from "@mjolnir/core/wire"
import { Clock, Effect, Schedule } from "effect"

import { ExchangeClock } from "./ExchangeClock.ts"
import { LoopbackBroker } from "./LoopbackBroker.ts"
import { preMarketStart } from "./simulatedMarket.ts"
import type { TradeTape } from "./TradeTape.ts"

/** When the exchange trades, and how fast. */
export interface ExchangeHours {
  readonly symbols: ReadonlyArray<StockSymbol>
  readonly opening: EpochMillis
  /** Milliseconds of market time in one of ours. */
  readonly speed: number
  /** Milliseconds of ours from the opening to the close; Infinity for an exchange that stays open. */
  readonly openFor: number
}

/** How often trades are published. */
const period = "20 millis"
/** Market time that is published at once, at most. */
const longestStep = intervalMillis["1m"]
/** Milliseconds of ours by which an exchange that cannot keep up may overrun its close to trade to the end. */
const longestOverrun = 1_000

/**
 * Publishes the trades on the tape to the broker and moves the market's clock along: what was before the opening at
 * once, then each trade when it is due. Begins when all symbols have a subscriber, and ends after the close when the
 * candles of all whole minutes are closed; gives the market time of the close.
 */
export const runExchange = Effect.fnUntraced(function* (tape: TradeTape, hours: ExchangeHours) {
  const { opening, openFor, speed, symbols } = hours
  const broker = yield* LoopbackBroker
  const clock = yield* ExchangeClock
  const { currentTimeMillisUnsafe: now } = yield* Clock.Clock

  const publish = (time: number) => {
    for (const { symbol, time: timestamp, price, volume } of tape.before(time)) {
      broker.publish(stockTopic(symbol), { ticker: symbol, timestamp, price, volume })
    }
    return broker.delivered
  }

  /** Hands over all trades before `time`, then lets it be that time. */
  const tradeUpTo = Effect.fnUntraced(function* (time: number, deadline: number) {
    while (clock.now() < time && now() < deadline) {
      const next = epochMillis(Math.min(time, clock.now() + longestStep))
      yield* publish(next)
      clock.advanceTo(next)
    }
  })

  const isSubscribed = () => symbols.every((symbol) => broker.subscribers(stockTopic(symbol)) > 0)
  yield* waitUntil(isSubscribed)
  for (let time = preMarketStart(opening); time <= opening; time = epochMillis(time + longestStep)) yield* publish(time)
  const opened = now()
  let sinceOpening = 0
  while (sinceOpening < openFor) {
    yield* Effect.sleep(period)
    sinceOpening = Math.min(now() - opened, openFor)
    yield* tradeUpTo(Math.floor(opening + sinceOpening * speed), opened + openFor + longestOverrun)
  }
  const close = clock.now()
  yield* closeCandles(tape)
  return close
})

/** Market time after the end of a minute by when its candles are closed: more than the grace, less than a minute. */
const afterHours = 30_000

/** Lets the clock run on after the close until the candles of the last whole minute are closed. */
const closeCandles = Effect.fnUntraced(function* (tape: TradeTape) {
  const clock = yield* ExchangeClock
  const { total } = yield* Metrics
  const close = clock.now()
  clock.advanceTo(epochMillis(close - (close % intervalMillis["1m"]) + afterHours))
  yield* waitUntil(() => total("candles_closed_total") >= tape.wholeCandles).pipe(Effect.timeoutOption("2 seconds"))
})

const waitUntil = (condition: () => boolean): Effect.Effect<void> =>
  Effect.sync(condition).pipe(
    Effect.repeat({ schedule: Schedule.spaced(period), until: (holds) => holds }),
    Effect.asVoid
  )

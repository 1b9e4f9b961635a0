import { type EpochMillis, epochMillis, intervalMillis, type StockSymbol } from "@mjolnir/core"
import { Metrics } from "@mjolnir/core/services"
import { stockTopic } from "@mjolnir/core/wire"
import { Clock, Duration, Effect, Schedule } from "effect"

import { ExchangeClock } from "./ExchangeClock.ts"
import { LoopbackBroker } from "./LoopbackBroker.ts"
import { preMarketStart } from "./simulatedMarket.ts"
import type { TickTape } from "./TickTape.ts"

/** When the exchange trades, and how fast. */
export interface ExchangeHours {
  readonly symbols: ReadonlyArray<StockSymbol>
  readonly opening: EpochMillis
  /** Milliseconds of market time in one of ours. */
  readonly speed: number
  /** Milliseconds of ours from the opening to the close; Infinity for an exchange that stays open. */
  readonly openFor: number
}

/** How often ticks are published. */
const period = "20 millis"
/** Market time that is published at once, at most. */
const longestStep = intervalMillis["1m"]
/** Milliseconds of ours by which an exchange that cannot keep up may overrun its close to trade to the end. */
const longestOverrun = 1_000

/**
 * Publishes the ticks on the tape to the broker and moves the market's clock along: what was before the opening at
 * once, then each tick when it is due. Begins when all symbols have a subscriber, and ends after the close when the
 * candles of all whole minutes are closed; gives the market time of the close.
 */
export const runExchange = Effect.fnUntraced(function* (tape: TickTape, hours: ExchangeHours) {
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

  /** Hands over all ticks before `time`, then lets it be that time. */
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
  yield* closeCandles(tape, speed)
  return close
})

/** How much faster than before the clock runs after the close. */
const afterHoursHaste = 4
/** Market time by which the clock moves at once after the close, at most: it must not run into the next minute unseen. */
const longestAfterHoursStep = 2_000

/** Lets the clock run on after the close until the candles of the last whole minute are closed. */
const closeCandles = Effect.fnUntraced(function* (tape: TickTape, speed: number) {
  const clock = yield* ExchangeClock
  const { total } = yield* Metrics
  // Small steps, for the service takes a clock that leaps for a sign that it was held up itself.
  const step = Math.min(Math.ceil(afterHoursHaste * speed * Duration.toMillis(period)), longestAfterHoursStep)
  yield* Effect.sync(() => clock.advanceTo(epochMillis(clock.now() + step))).pipe(
    Effect.delay(period),
    Effect.repeat({ until: () => total("candles_closed_total") >= tape.wholeCandles }),
    Effect.timeoutOption("2 seconds")
  )
})

const waitUntil = (condition: () => boolean): Effect.Effect<void> =>
  Effect.sync(condition).pipe(
    Effect.repeat({ schedule: Schedule.spaced(period), until: (holds) => holds }),
    Effect.asVoid
  )

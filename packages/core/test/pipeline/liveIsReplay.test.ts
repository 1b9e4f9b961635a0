import { assert, describe, it } from "@effect/vitest"
import { Arbitrary, Schema } from "effect"

import type { SessionCalendar } from "../../src/calendar/SessionCalendar.ts"
import { sessionCalendar } from "../../src/calendar/SessionCalendar.ts"
import { usEquities } from "../../src/calendar/usEquities.ts"
import { utcCalendar } from "../../src/calendar/utcCalendar.ts"
import type { Candle } from "../../src/domain/Candle.ts"
import { epochMillis } from "../../src/domain/EpochMillis.ts"
import { Interval, intervalMillis } from "../../src/domain/Interval.ts"
import type { PipelineStep } from "../../src/pipeline/PipelineStep.ts"
import { defineDetector, type Detector } from "../../src/plugin/defineDetector.ts"
import { onInterval } from "../../src/plugin/defineFeature.ts"
import { atr, ema, inAtr, rollingMaximum, rsi, sma, swingPivots, vwap, zigZag } from "../../src/toolbox/index.ts"
import { pick, price, whole } from "../support/arbitraries.ts"
import { candleAt } from "../support/candles.ts"
import { matchOf, pipelineOf } from "../support/pipeline.ts"

/** Sessions that end within an hour and within five minutes, so that a candle that comes in can reach beyond them. */
const odd = sessionCalendar({
  name: "odd",
  timeZone: "America/New_York",
  open: "09:33",
  close: "15:47",
  earlyCloses: { "2025-11-28": "12:01" }
})

/** Tells all figures of its candles, of every interval that is not below that of the candles. */
const everyCandle = (base: Interval): Detector =>
  defineDetector({
    name: "every-candle",
    version: "1.0.0",
    summary: "Every candle, with all that can be read of it",
    emits: ["SEEN"],
    params: Schema.Struct({}),
    history: 1,
    intervals: Interval.literals.filter((interval) => intervalMillis[interval] >= intervalMillis[base]),
    detect: (window) => [
      matchOf(window, {
        metadata: {
          open: window.open(0),
          high: window.high(0),
          low: window.low(0),
          volume: window.volume(0),
          ticks: window.ticks(0),
          partial: window.partial(0),
          gap: window.gap(0)
        }
      })
    ]
  })

/** Tells all figures of the toolbox, also of a higher interval. */
const everyFigure = defineDetector({
  name: "every-figure",
  version: "1.0.0",
  summary: "Every candle, with all that features say",
  emits: ["SEEN"],
  params: Schema.Struct({}),
  history: 1,
  features: {
    range: atr(1),
    quick: ema(2),
    highest: rollingMaximum(3),
    mean: sma(3),
    strength: rsi(1),
    fairPrice: vwap(2),
    daily: onInterval("1d", sma(1)),
    dailyRange: onInterval("1d", atr(1))
  },
  detect: (window, _state, _params, { features }) => [
    matchOf(window, {
      metadata: Object.fromEntries(Object.entries(features).map(([name, { value }]) => [name, String(value)]))
    })
  ]
})

/** Turns of the price, of the candles that come in and of five of them. */
const turns = defineDetector({
  name: "turns",
  version: "1.0.0",
  summary: "Every pivot",
  emits: ["SEEN"],
  params: Schema.Struct({}),
  history: 1,
  features: {
    swings: swingPivots({ left: 1, right: 1, within: 3 }),
    legs: zigZag({ reversal: inAtr(0.5, 2), within: 4 })
  },
  detect: (window, _state, _params, { features: { legs, swings } }) => [
    matchOf(window, {
      metadata: {
        swings: [0, 1].map((place) => `${swings.pivot(place)?.kind} ${swings.pivot(place)?.price}`).join(),
        legs: [0, 1].map((place) => `${legs.pivot(place)?.kind} ${legs.pivot(place)?.age}`).join()
      }
    })
  ]
})

interface Market {
  readonly base: Interval
  readonly calendar: SessionCalendar
  readonly candles: ReadonlyArray<Candle>
}

/** Some days on which the clocks change or the session is short, in candles that begin at whole intervals. */
const begins = ["2025-03-07T14:00:00Z", "2025-10-31T13:00:00Z", "2025-11-28T14:00:00Z", "2025-07-03T10:00:00Z"].map(
  Date.parse
)

const market: Arbitrary.Arbitrary<Market> = Arbitrary.map(
  Arbitrary.all([
    pick<Interval>("1m", "5m", "15m", "1h"),
    pick<SessionCalendar>(utcCalendar, usEquities, odd),
    whole(0, begins.length - 1),
    Arbitrary.array(Arbitrary.all([price, price, whole(1, 40)]), { maxLength: 60 })
  ]),
  ([base, calendar, day, steps]): Market => {
    const quietMillis = 6_000_000
    let time = begins[day] ?? 0
    return {
      base,
      calendar,
      candles: steps.map(([open, close, step]) => {
        // Mostly the next candle, sometimes one after a night or a weekend.
        time +=
          intervalMillis[base] * (step < 30 ? 1 + (step % 3) : Math.ceil((step * quietMillis) / intervalMillis[base]))
        return candleAt(0, {
          time: epochMillis(time),
          open,
          close,
          high: Math.max(open, close),
          low: Math.min(open, close)
        })
      })
    }
  }
)

const pipelineFor = ({ base, calendar }: Market) =>
  pipelineOf([everyCandle(base), everyFigure, turns], { interval: base, calendar })

const told = (steps: ReadonlyArray<PipelineStep>): string =>
  JSON.stringify(steps.flatMap(({ decisions, faults }) => [...decisions, ...faults]))

describe("live is as a replay, on any calendar:", () => {
  it.prop(
    "closing higher candles when their time is over, or when the next candle comes, leads to the same",
    [market, Arbitrary.array(whole(0, 100), { minLength: 60, maxLength: 60 })],
    ([given, shares]) => {
      const [replayed, live] = [pipelineFor(given), pipelineFor(given)]
      const steps = given.candles.flatMap((candle, index) => {
        const next = given.candles[index + 1]?.time ?? candle.time
        // As late as a clock may say while no earlier candle is to come.
        const clock = candle.time + Math.floor(((next - candle.time) * (shares[index] ?? 0)) / 100)
        return [live.onCandle(candle), live.closeUpTo(clock)]
      })
      assert.strictEqual(told(steps), told(given.candles.map((candle) => replayed.onCandle(candle))))
    },
    { arbitrary: { runs: 300 } }
  )

  it.prop(
    "a restart between any two candles leads to the same, whatever the features",
    [market],
    ([given]) => {
      const steady = pipelineFor(given)
      let interrupted = pipelineFor(given)
      for (const candle of given.candles) {
        const snapshot = JSON.parse(JSON.stringify(interrupted.snapshot()))
        interrupted = pipelineFor(given)
        interrupted.restore(snapshot)
        assert.strictEqual(told([interrupted.onCandle(candle)]), told([steady.onCandle(candle)]))
      }
    },
    { arbitrary: { runs: 60 } }
  )

  it.prop(
    "no detection is confirmed before the last candle of which it is made has ended, nor before one told earlier",
    [market],
    ([given]) => {
      const pipeline = pipelineFor(given)
      let newest = Number.NEGATIVE_INFINITY
      for (const candle of given.candles) {
        for (const { detection } of pipeline.onCandle(candle).decisions) {
          const isOwn = detection.interval === given.base
          const lastSeen = isOwn ? candle.time : lastBefore(given, detection.time, candle.time)
          assert.isAtLeast(detection.confirmedAt, lastSeen + intervalMillis[given.base])
          assert.isAtLeast(detection.confirmedAt, newest)
          newest = detection.confirmedAt
        }
      }
    },
    { arbitrary: { runs: 300 } }
  )

  it("and on such markets every interval and every detector does have something to tell", () => {
    const from = Date.parse("2025-03-05T00:00:00Z")
    const candles = Array.from({ length: 6 * 1_440 }, (_, minute) =>
      candleAt(0, { time: epochMillis(from + minute * 60_000), close: 10 + Math.sin(minute) })
    )
    const pipeline = pipelineFor({ base: "1m", calendar: usEquities, candles })
    const found = candles.flatMap((each) => pipeline.onCandle(each).decisions.map(({ detection }) => detection))
    assert.deepStrictEqual([...new Set(found.map(({ interval }) => interval))].sort(), [...Interval.literals].sort())
    assert.lengthOf([...new Set(found.map(({ detector }) => detector))], 3)
  })
})

/** Start of the last candle that belongs to the higher candle which began at `from`, of those up to `until`. */
const lastBefore = ({ calendar, candles }: Market, from: number, until: number): number => {
  const belongs = (interval: Interval) =>
    candles.findLast(({ time }) => time <= until && calendar.candleStart(time, interval) === from)?.time ?? from
  return Math.min(...Interval.literals.map(belongs))
}

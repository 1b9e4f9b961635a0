import { defineGate, param } from "@mjolnir/core"
import { Schema } from "effect"

/** Lets the first few detections of a symbol pass on each day (UTC) and holds back the rest. */
export const dailyLimit = defineGate({
  name: "daily-limit",
  version: "0.1.0",
  summary: "Holds back what a symbol has had enough of for a day",
  // Each is a label of a metric, so that nothing is held back in silence.
  reasons: ["daily_limit"],
  params: Schema.Struct({
    perDay: param(Schema.Int.check(Schema.isGreaterThan(0)), "Detections that a symbol may have on a day (UTC)", 3)
  }),
  // One for each symbol. With a schema it survives a restart.
  state: {
    init: () => ({ day: 0, passed: 0 }),
    schema: Schema.Struct({ day: Schema.Int, passed: Schema.Int })
  },
  // Time is that of the candles, never the clock's: a replay decides as the live service did.
  decide: ({ confirmedAt }, { day, passed }, { perDay }) =>
    dayOf(confirmedAt) === day && passed >= perDay ? "daily_limit" : undefined,
  // Called when the other gates have let the detection pass too: what they hold back does not count.
  passed: ({ confirmedAt }, state) => {
    const day = dayOf(confirmedAt)
    state.passed = day === state.day ? state.passed + 1 : 1
    state.day = day
  }
})

const dayOf = (time: number): number => Math.floor(time / millisOfDay)

const millisOfDay = 86_400_000

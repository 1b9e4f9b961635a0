import { type CaseDefinition, failed, passed } from "../CaseDefinition.ts"
import { instrumented } from "../subject/instrumented.ts"
import { longRun } from "../subject/longRun.ts"
import type { Subject } from "../subject/Subject.ts"

export const timeBudget: CaseDefinition = {
  id: "C14",
  title: "it is fast enough",
  reason: "thousands of symbols close their candles in the same second, on one thread",
  hint:
    "look at the cheap conditions first, allocate nothing unless there is a match, and leave averages and extremes to " +
    "features, which follow the candles in constant time",
  examine: (subject) => {
    const { meanMicros, slowestMillis } = subject.budget
    let millis = measured(subject)
    // What was slow for another's sake, such as a busy machine, is not slow at the same candle again.
    for (let again = 1; again < attempts && exceeds(subject, millis); again++)
      millis = atBest(millis, measured(subject))
    const figures =
      `${meanMicrosOf(millis).toFixed(2)} µs for a candle on average and ${slowestOf(millis).toFixed(2)} ms ` +
      `for the slowest of ${millis.length}; the budget is ${meanMicros} µs and ${slowestMillis} ms`
    return exceeds(subject, millis) ? failed(figures) : passed(figures)
  }
}

const attempts = 3

/** What the detector and its features take for each candle, in milliseconds. */
const measured = (subject: Subject): Float64Array => {
  const { budget, detector } = subject
  const millis = new Float64Array(budget.candles)
  let candles = 0
  let total = 0
  const call = <Answer>(run: () => Answer): Answer => {
    const began = performance.now()
    try {
      return run()
    } finally {
      const took = performance.now() - began
      const current = Math.max(0, candles - 1)
      millis[current] = (millis[current] ?? 0) + took
      total += took
    }
  }
  longRun(subject, instrumented(detector, { call }), (index) => {
    // Once all of the time is used up it does not matter what the rest takes.
    if (total > (budget.meanMicros * budget.candles) / 1_000) return false
    candles = index + 1
    return true
  })
  return millis.subarray(0, candles)
}

const exceeds = ({ budget }: Subject, millis: Float64Array): boolean =>
  meanMicrosOf(millis) > budget.meanMicros || slowestOf(millis) > budget.slowestMillis

const atBest = (one: Float64Array, other: Float64Array): Float64Array =>
  one.subarray(0, other.length).map((millis, index) => Math.min(millis, other[index] ?? millis))

const meanMicrosOf = (millis: Float64Array): number =>
  (millis.reduce((sum, each) => sum + each, 0) / millis.length) * 1_000

const slowestOf = (millis: Float64Array): number => millis.reduce((slowest, each) => Math.max(slowest, each), 0)

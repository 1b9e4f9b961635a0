import { type CaseDefinition, firstFound, ifComparable, verdictOf } from "../CaseDefinition.ts"
import { lendOwnData } from "../subject/OwnData.ts"
import { recordingDifference } from "../subject/Recording.ts"
import type { Series } from "../subject/Series.ts"
import type { Subject } from "../subject/Subject.ts"

export const prefixInvariance: CaseDefinition = {
  id: "C02",
  title: "a match does not need the candles after it",
  reason: "live there are no later candles, so that a detector that uses them looks good in a backtest only",
  hint: "read candles by the window alone, not from a list or table that the module has made of all candles",
  examine: (subject) =>
    ifComparable(subject, () =>
      verdictOf(
        firstFound(subject.series, (series) => growing(subject, series) ?? cutOff(subject, series)),
        `every candle played before the next one was there, and ${prefixes} prefixes of each series on their own: ${subject.tally}`
      )
    )
}

/** Runs on an array in which the later candles are not yet. */
const growing = (subject: Subject, series: Series): string | undefined => {
  const { told } = subject.expected(series)
  const length = series.candles.length
  return lendOwnData(series.candles, (data) => {
    data.keep(0)
    const actual = subject.play({ ...series, candles: data.originals }, { before: (_, index) => data.keep(index + 1) })
    return recordingDifference({ ...series, candles: data.originals }, told, actual.told.slice(0, length))
  })
}

/** Runs anew on some of the prefixes. */
const cutOff = (subject: Subject, series: Series): string | undefined => {
  const { told } = subject.expected(series)
  const lengths = Array.from({ length: prefixes }, (_, index) =>
    Math.ceil(((index + 1) * series.candles.length) / prefixes)
  )
  return lendOwnData(series.candles, (data) =>
    firstFound(lengths.toReversed(), (length) => {
      data.keep(length)
      return recordingDifference(series, told, subject.play(series).told)
    })
  )
}

const prefixes = 30

import type { PipelineSnapshot } from "../../../pipeline/PipelineSnapshot.ts"
import { type CaseDefinition, firstFound, ifComparable, verdictOf } from "../CaseDefinition.ts"
import { playCandle } from "../subject/playCandle.ts"
import { recordingDifference, tellAll, textOf } from "../subject/Recording.ts"
import { millisOf, type Series } from "../subject/Series.ts"
import type { Subject } from "../subject/Subject.ts"

export const restart: CaseDefinition = {
  id: "C09",
  title: "a restart at any candle changes nothing",
  reason: "the service is restarted with every release, and must go on as if it had not been",
  hint:
    "give state, and that of features, a schema that keeps all of it; what cannot be written as JSON must be made anew from " +
    "the rest",
  examine: (subject) =>
    ifComparable(subject, () => {
      const restarts = restartsOf(subject)
      const found = firstFound(subject.series, (each) => restarted(subject, each, restarts))
      const candles = subject.series.reduce((sum, { candles }) => sum + Math.min(candles.length, restarts), 0)
      const remembered = subject.detector.can.remember ? "" : "; it remembers nothing of its own"
      return verdictOf(found, `restarted at each of ${candles} candles${remembered}: ${subject.tally}`)
    })
}

/** How many of the last candles of each series there is a restart at: all of them, unless snapshots are large. */
const restartsOf = ({ configured, detector, series }: Subject): number => {
  const { features, higher, history } = configured
  const states = Object.keys(features).length + (detector.can.remember ? 1 : 0)
  const size = history + higher.reduce((sum, [, candles]) => sum + candles, 0) + states * sizeOfState
  return Math.ceil(mostWork / size / series.length)
}

/** What may be written in all, in candles, and what a state counts for. */
const mostWork = 500_000
const sizeOfState = 100

/** Runs over the series with a restart, from the text of a snapshot, before each of the last `restarts` candles. */
const restarted = (subject: Subject, series: Series, restarts: number): string | undefined => {
  let pipeline = subject.pipeline(series)
  const told = series.candles.map((candle, index) => {
    if (index >= series.candles.length - restarts) {
      // What is parsed was written by the same code.
      const snapshot: PipelineSnapshot = JSON.parse(JSON.stringify(pipeline.snapshot()))
      pipeline = subject.pipeline(series)
      pipeline.restore(snapshot)
    }
    return textOf(playCandle(pipeline, candle, millisOf(series)), tellAll)
  })
  return recordingDifference(series, subject.expected(series).told, told)
}

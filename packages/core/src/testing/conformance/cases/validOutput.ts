import { Schema } from "effect"

import { Decision } from "../../../domain/Decision.ts"
import { RuleScore } from "../../../domain/RuleScore.ts"
import { type CaseDefinition, firstFound, verdictOf } from "../CaseDefinition.ts"
import type { Recording } from "../subject/Recording.ts"
import { placeIn, type Series } from "../subject/Series.ts"
import type { Play, Subject } from "../subject/Subject.ts"

export const validOutput: CaseDefinition = {
  id: "C11",
  title: "everything it returns is valid, and it never throws",
  reason:
    "the host drops the matches of a call that is not in order, and after some such calls the detector is suspended",
  hint:
    "return a list of matches of declared patterns, with finite prices, confidences from 0 to 1, ages inside of the window, " +
    "and rule scores that sum to the confidence; mind prices that are equal and volumes of 0, by which nothing divides",
  examine: (subject) => {
    const found = firstFound(
      subject.series,
      (series) =>
        // In a window as short as it can be as well: that is what it sees first.
        faultIn(series, subject.expected(series)) ??
        firstFound([{}, { settings: { lookback: 1 } }], (play) => invalidIn(subject, series, play))
    )
    return verdictOf(found, subject.tally + unseenPatterns(subject))
  }
}

const invalidIn = (subject: Subject, series: Series, play: Play): string | undefined => {
  const nearMisses: Array<string> = []
  const recording = subject.play(series, {
    ...play,
    tell: (step) => {
      for (const { nearMiss, time } of step.nearMisses) {
        if (!isNearMiss(subject, nearMiss))
          nearMisses.push(`${new Date(time).toISOString()}: ${JSON.stringify(nearMiss)}`)
      }
      return ""
    }
  })
  const fault = faultIn(series, recording)
  if (fault !== undefined) return fault
  const [nearMiss] = nearMisses
  if (nearMiss !== undefined) return `${series.name}: a near miss that is not in order: ${nearMiss}`
  const invalid = recording.decisions.find(({ decision }) => !isDecision(decision))
  return invalid && `${placeIn(series, invalid.index)}: not in order: ${JSON.stringify(invalid.decision)}`
}

const faultIn = (series: Series, { faults: [fault] }: Recording): string | undefined =>
  fault && `${placeIn(series, fault[0])}: ${fault[1]}`

const isDecision = Schema.is(Decision)

const isNearMiss = ({ configured }: Subject, nearMiss: unknown): boolean =>
  hasNearMissShape(nearMiss) &&
  configured.emits.has(nearMiss.pattern) &&
  nearMiss.broken.every((broken) => nearMiss.rules.some(({ rule }) => rule === broken))

const hasNearMissShape = Schema.is(
  Schema.Struct({
    pattern: Schema.String,
    rules: Schema.Array(RuleScore),
    broken: Schema.NonEmptyArray(Schema.String)
  })
)

/** Patterns of which nothing was shown, for they never came. */
const unseenPatterns = (subject: Subject): string => {
  const seen = new Set(
    subject.series.flatMap((series) =>
      subject.expected(series).decisions.map(({ decision }) => decision.detection.pattern)
    )
  )
  const unseen = subject.detector.emits.filter((pattern) => !seen.has(pattern))
  return unseen.length === 0 ? "" : `; never seen: ${unseen.join(", ")} – give candles in which it is`
}

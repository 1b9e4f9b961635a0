import type { Decision } from "../../../domain/Decision.ts"
import { type CaseDefinition, firstFound, ifComparable, verdictOf } from "../CaseDefinition.ts"
import { difference } from "../subject/difference.ts"
import { placeIn, type Series } from "../subject/Series.ts"
import type { Subject } from "../subject/Subject.ts"

export const noRepaint: CaseDefinition = {
  id: "C07",
  title: "what was found is neither changed nor found again",
  reason: "what has been published cannot be taken back, and an id that comes twice is dropped as a repeat",
  hint:
    "return a match once, at the candle that completes it; make a new object of it every time; name in anchors the candles " +
    "that tell it from others",
  examine: (subject) =>
    ifComparable(subject, () =>
      verdictOf(
        firstFound(subject.series, (series) => repaintIn(subject, series)),
        `${subject.tally}, all ids different${subject.detector.on === "tick" ? ", all provisional" : ""}`
      )
    )
}

const repaintIn = (subject: Subject, series: Series): string | undefined => {
  const told: Array<string> = []
  const { decisions } = subject.play(series, {
    tell: (step) => {
      for (const decision of step.decisions) told.push(JSON.stringify(decision))
      return ""
    }
  })
  const firstOf = new Map<string, number>()
  for (const [nth, { decision, index }] of decisions.entries()) {
    const changed = changeOf(told[nth], decision)
    if (changed !== undefined) return `${placeIn(series, index)}: changed afterwards: ${changed}`
    const { id, pattern, provisional } = decision.detection
    const first = firstOf.get(id)
    if (first !== undefined) return `${placeIn(series, index)}: the ${pattern} of ${placeIn(series, first)} again`
    if (subject.detector.on === "tick" && provisional !== true) return `${placeIn(series, index)}: not provisional`
    firstOf.set(id, index)
  }
  return undefined
}

/** How a decision differs from what it was when it was made; it may share objects with the detector. */
const changeOf = (before: string | undefined, decision: Decision): string | undefined => {
  const now = JSON.stringify(decision)
  return before === undefined || before === now ? undefined : difference(JSON.parse(before), JSON.parse(now))
}

import { type CaseDefinition, firstFound, ifComparable, verdictOf } from "../CaseDefinition.ts"
import { placeIn, type Series } from "../subject/Series.ts"
import type { Subject } from "../subject/Subject.ts"

export const noRepaint: CaseDefinition = {
  id: "C07",
  title: "what was found is not found again",
  reason: "what has been published cannot be taken back, and an id that comes twice is dropped as a repeat",
  hint: "return a match once, at the candle that completes it, and name in anchors the candles that tell it from others",
  examine: (subject) =>
    ifComparable(subject, () =>
      verdictOf(
        firstFound(subject.series, (series) => repaintIn(subject, series)),
        `${subject.tally}, all ids different${subject.detector.on === "tick" ? ", all provisional" : ""}`
      )
    )
}

const repaintIn = (subject: Subject, series: Series): string | undefined => {
  const firstOf = new Map<string, number>()
  for (const { decision, index } of subject.expected(series).decisions) {
    const { id, pattern, provisional } = decision.detection
    const first = firstOf.get(id)
    if (first !== undefined) return `${placeIn(series, index)}: the ${pattern} of ${placeIn(series, first)} again`
    if (subject.detector.on === "tick" && provisional !== true) return `${placeIn(series, index)}: not provisional`
    firstOf.set(id, index)
  }
  return undefined
}

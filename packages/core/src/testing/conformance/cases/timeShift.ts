import type { DatedAnnotation } from "../../../domain/Annotation.ts"
import type { Candle } from "../../../domain/Candle.ts"
import { epochMillis } from "../../../domain/EpochMillis.ts"
import type { MatchMetadata } from "../../../domain/Match.ts"
import { type CaseDefinition, firstFound, ifComparable, verdictOf } from "../CaseDefinition.ts"
import { recordingDifference, type Teller } from "../subject/Recording.ts"
import { millisOf, type Series } from "../subject/Series.ts"

export const timeShift: CaseDefinition = {
  id: "C04",
  title: "the same prices in another year give the same matches",
  reason:
    "a detector that knows a candle by its time has seen the data before, and finds nothing in data it has not seen",
  hint: "do not look anything up by the time of a candle; days of the week and hours may matter, dates may not",
  examine: (subject) =>
    ifComparable(subject, () =>
      verdictOf(
        firstFound(subject.series, (series) => {
          const expected = subject.play(series, { tell: movedBy(0, series) })
          return firstFound(shifts, (shift) => {
            const moved = { ...series, candles: series.candles.map((candle) => later(candle, shift)) }
            const actual = subject.play(moved, { tell: movedBy(-shift, series) })
            const found = recordingDifference(series, expected.told, actual.told)
            return found && `${shift / week} weeks later: ${found}`
          })
        }),
        `all times moved by ${shifts.map((shift) => shift / week).join(" and ")} weeks: ${subject.tally}`
      )
    )
}

const week = 7 * 86_400_000
/** Years of 364 days: the days of the week stay, and the clocks change at about the same dates. */
const shifts = [52 * week, -3 * 52 * week]

const later = (candle: Candle, shift: number): Candle => ({ ...candle, time: epochMillis(candle.time + shift) })

/** Tells times moved, without the ids, which are made of them. */
const movedBy = (shift: number, series: Series): Teller => {
  const move = (time: number): number => time + shift
  const first = series.candles[0]?.time ?? 0
  const end = (series.candles.at(-1)?.time ?? 0) + millisOf(series)
  const moveMetadata = (metadata: MatchMetadata) =>
    Object.entries(metadata).map(([name, value]) => {
      const moved = typeof value === "number" ? move(value) : move(Date.parse(String(value)))
      return [name, moved >= first && moved <= end ? moved : value]
    })
  return ({ decisions, nearMisses }) => ({
    decisions: decisions.map(({ detection, ...rest }) => ({
      ...rest,
      detection: {
        ...detection,
        id: "",
        time: move(detection.time),
        confirmedAt: move(detection.confirmedAt),
        anchors: detection.anchors.map(move),
        metadata: moveMetadata(detection.metadata),
        annotations: detection.annotations?.map((annotation) => movedAnnotation(annotation, move))
      }
    })),
    nearMisses: nearMisses.map((each) => ({ ...each, time: move(each.time) }))
  })
}

const movedAnnotation = (annotation: DatedAnnotation, move: (time: number) => number): unknown => {
  switch (annotation.kind) {
    case "line": {
      const { from, to } = annotation
      return { ...annotation, from: { ...from, at: move(from.at) }, to: { ...to, at: move(to.at) } }
    }
    case "zone":
      return { ...annotation, from: move(annotation.from), to: move(annotation.to) }
    case "point":
      return { ...annotation, at: move(annotation.at) }
  }
}

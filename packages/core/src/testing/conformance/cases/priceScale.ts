import type { DatedAnnotation } from "../../../domain/Annotation.ts"
import type { Candle } from "../../../domain/Candle.ts"
import { type CaseDefinition, firstFound, ifComparable, skipped, verdictOf } from "../CaseDefinition.ts"
import { recordingDifference, type Teller } from "../subject/Recording.ts"
import type { Subject } from "../subject/Subject.ts"

export const priceScale: CaseDefinition = {
  id: "C10",
  title: "the stated price scale holds",
  reason: "a pattern of a stock at 5 looks like one at 500; where amounts of money matter, users must know",
  hint: 'compare prices by ratios, or by ATRs, instead of amounts; or leave priceScale out, which states "absolute"',
  examine: (subject) =>
    ifComparable(subject, () => {
      const found = firstFound(factors, (factor) => differenceAt(subject, factor))
      if (subject.detector.priceScale === "relative") {
        return verdictOf(found, `prices times ${factors.join(", ")}: ${subject.tally}`)
      }
      return skipped(
        found === undefined
          ? 'stated "absolute", but prices times ' +
              `${factors.join(", ")} changed nothing: ${subject.tally}; it could be stated "relative"`
          : "stated: depends on amounts of money"
      )
    })
}

/** Powers of two, by which prices are multiplied without rounding. */
const factors = [2, 1_024, 1 / 128]
/** Logarithms and powers of scaled prices are rounded otherwise. */
const nearEnough = 1e-9

const differenceAt = (subject: Subject, factor: number): string | undefined =>
  firstFound(subject.series, (series) => {
    const expected = subject.play(series, { tell: scaledBy(1) })
    const scaled = { ...series, candles: series.candles.map((candle) => priced(candle, factor)) }
    const actual = subject.play(scaled, { tell: scaledBy(1 / factor) })
    const found = recordingDifference(series, expected.told, actual.told, { tolerance: nearEnough })
    return found && `with prices times ${factor}: ${found}`
  })

const priced = (candle: Candle, factor: number): Candle => ({
  ...candle,
  open: candle.open * factor,
  high: candle.high * factor,
  low: candle.low * factor,
  close: candle.close * factor
})

/** Tells what a factor must leave as it is, and prices by that factor; what metadata and rules measure can be either. */
const scaledBy =
  (factor: number): Teller =>
  ({ decisions, nearMisses }) => ({
    decisions: decisions.map(({ detection }) => {
      const { annotations, explanation, metadata, triggerPrice, ...rest } = detection
      return {
        ...rest,
        triggerPrice: triggerPrice * factor,
        metadata: Object.keys(metadata),
        annotations: annotations?.map((annotation) => pricedAnnotation(annotation, factor)),
        explanation: explanation?.map(({ rule, score }) => ({ rule, score }))
      }
    }),
    nearMisses: nearMisses.map(({ nearMiss, ...rest }) => ({
      ...rest,
      pattern: nearMiss.pattern,
      broken: nearMiss.broken
    }))
  })

const pricedAnnotation = (annotation: DatedAnnotation, factor: number): unknown => {
  switch (annotation.kind) {
    case "line": {
      const { from, to } = annotation
      return { ...annotation, from: { ...from, price: from.price * factor }, to: { ...to, price: to.price * factor } }
    }
    case "zone":
      return { ...annotation, low: annotation.low * factor, high: annotation.high * factor }
    case "point":
      return { ...annotation, price: annotation.price * factor }
  }
}

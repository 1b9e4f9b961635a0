import type { CandleWindow } from "../candles/CandleWindow.ts"
import type { Annotation, DatedAnnotation } from "../domain/Annotation.ts"
import type { FormingCandle } from "../domain/FormingCandle.ts"
import type { RuleScore } from "../domain/RuleScore.ts"
import { dated } from "./toDetection.ts"

/** How far the sum of the rule scores may be from the confidence, for sums of floating-point numbers. */
const sumTolerance = 1e-9

/** The annotations with their times; throws when one names a candle outside the window or a price that is none. */
export const checkedAnnotations = (
  annotations: ReadonlyArray<Annotation>,
  window: CandleWindow,
  forming?: FormingCandle
): ReadonlyArray<DatedAnnotation> =>
  annotations.map((annotation) => {
    const drawn = dated(annotation, window, forming)
    const figures = figuresOf(drawn)
    if (!figures.every(Number.isFinite)) {
      throw new RangeError(`annotation ${JSON.stringify(annotation.label)} is outside the window or has no price`)
    }
    return drawn
  })

/** The rule scores; throws when one is not a number or they do not sum to the confidence. */
export const checkedExplanation = (rules: ReadonlyArray<RuleScore>, confidence: number): ReadonlyArray<RuleScore> => {
  for (const { rule, score, threshold, value } of rules) {
    if (![score, threshold, value].every(Number.isFinite)) {
      throw new RangeError(`rule ${JSON.stringify(rule)} has value ${value}, threshold ${threshold}, score ${score}`)
    }
  }
  const sum = rules.reduce((total, { score }) => total + score, 0)
  if (Math.abs(sum - confidence) > sumTolerance) {
    throw new RangeError(`the rule scores sum to ${sum}, but the confidence is ${confidence}`)
  }
  return rules
}

const figuresOf = (annotation: DatedAnnotation): ReadonlyArray<number> => {
  switch (annotation.kind) {
    case "line":
      return [annotation.from.at, annotation.from.price, annotation.to.at, annotation.to.price]
    case "zone":
      return [annotation.from, annotation.to, annotation.low, annotation.high]
    case "point":
      return [annotation.at, annotation.price]
  }
}

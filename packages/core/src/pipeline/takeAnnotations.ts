import { Predicate } from "effect"

import type { CandleWindow } from "../candles/CandleWindow.ts"
import type { DatedAnnotation, Place } from "../domain/Annotation.ts"
import { type EpochMillis, epochMillis } from "../domain/EpochMillis.ts"
import type { FormingCandle } from "../domain/FormingCandle.ts"
import { printed } from "./printed.ts"
import { mostDetails, takeList, takeText } from "./takeList.ts"

/**
 * The annotations as data of the host's own, with the starts of their candles in the place of the ages; age −1 is the
 * forming candle. Throws when they are not in order, as when one names a candle outside the window or a price that is none.
 */
export const takeAnnotations = (
  given: unknown,
  window: CandleWindow,
  forming?: FormingCandle
): ReadonlyArray<DatedAnnotation> => {
  const at = (age: unknown): EpochMillis =>
    epochMillis(
      age === -1 && forming !== undefined ? forming.time : Number.isInteger(age) ? window.time(Number(age)) : Number.NaN
    )
  const place = (given: unknown): Place<EpochMillis> => {
    const { at: age, price } = fieldsOf(given)
    return { at: at(age), price: figure(price) }
  }
  return takeList(given, "annotations", mostDetails, (each): DatedAnnotation => {
    const { at: age, from, high, kind, label: text, low, price, to } = fieldsOf(each)
    const label = takeText(text, "an annotation has no label")
    switch (kind) {
      case "line":
        return inOrder({ kind, label, from: place(from), to: place(to) })
      case "zone":
        return inOrder({ kind, label, from: at(from), to: at(to), low: figure(low), high: figure(high) })
      case "point":
        return inOrder({ kind, label, at: at(age), price: figure(price) })
      default:
        throw new TypeError(`${named(label)} is of the kind ${printed(kind)}, not line, zone or point`)
    }
  })
}

const fieldsOf = (given: unknown): Readonly<Record<string, unknown>> => (Predicate.isObject(given) ? given : {})

/** What is no number reads as NaN, which is out of order wherever it stands. */
const figure = (given: unknown): number => (typeof given === "number" ? given : Number.NaN)

const inOrder = (annotation: DatedAnnotation): DatedAnnotation => {
  if (figuresOf(annotation).every(Number.isFinite)) return annotation
  throw new RangeError(`${named(annotation.label)} is outside the window or has no price`)
}

const named = (label: string): string => `annotation ${JSON.stringify(label)}`

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

import type { DatedAnnotation } from "@mjolnir/core"

/** The times between which an annotation lies, the earlier one first. */
export const extentOf = (annotation: DatedAnnotation): readonly [from: number, to: number] => {
  switch (annotation.kind) {
    case "line":
      return ordered(annotation.from.at, annotation.to.at)
    case "zone":
      return ordered(annotation.from, annotation.to)
    case "point":
      return [annotation.at, annotation.at]
  }
}

/** The prices that an annotation needs to have in view. */
export const pricesOf = (annotation: DatedAnnotation): ReadonlyArray<number> => {
  switch (annotation.kind) {
    case "line":
      return [annotation.from.price, annotation.to.price]
    case "zone":
      return [annotation.low, annotation.high]
    case "point":
      return [annotation.price]
  }
}

/** Whether an annotation is a level that still holds at the newest candle, such as a target: it is drawn on to the right. */
export const isOpenLevel = (annotation: DatedAnnotation, newest: number): boolean =>
  annotation.kind === "line" &&
  annotation.from.price === annotation.to.price &&
  Math.max(annotation.from.at, annotation.to.at) === newest

const ordered = (one: number, other: number): readonly [number, number] => (one <= other ? [one, other] : [other, one])

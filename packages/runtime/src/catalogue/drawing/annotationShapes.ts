import type { DatedAnnotation } from "@mjolnir/core"

import { extentOf, isOpenLevel } from "./annotationExtent.ts"
import { coordinate } from "./coordinate.ts"
import type { DrawingSpace } from "./drawingSpace.ts"

/** What a detector draws, without its labels: zones behind lines, lines behind points. */
export const annotationShapes = (
  space: DrawingSpace,
  annotations: ReadonlyArray<DatedAnnotation>
): ReadonlyArray<string> =>
  ["zone", "line", "point"].flatMap((kind) =>
    annotations.filter((each) => each.kind === kind).map((each) => shapeOf(each, space))
  )

const shapeOf = (annotation: DatedAnnotation, { candles, edge, slot, x, y }: DrawingSpace): string => {
  switch (annotation.kind) {
    case "zone": {
      const [from, to] = extentOf(annotation)
      const top = y(Math.max(annotation.low, annotation.high))
      const height = Math.max(1, Math.abs(y(annotation.low) - y(annotation.high)))
      const place = `x="${coordinate(x(from) - slot / 2)}" y="${coordinate(top)}"`
      return `<rect class="zone" ${place} width="${coordinate(x(to) - x(from) + slot)}" height="${coordinate(height)}"/>`
    }
    case "line": {
      const { from, to } = annotation
      if (isOpenLevel(annotation, candles.at(-1)?.time ?? 0)) {
        const start = coordinate(x(Math.min(from.at, to.at)))
        return `<path class="line" d="M${start} ${coordinate(y(from.price))}H${coordinate(edge)}"/>`
      }
      const [x1, y1, x2, y2] = [x(from.at), y(from.price), x(to.at), y(to.price)].map(coordinate)
      return `<path class="line" d="M${x1} ${y1}L${x2} ${y2}"/>`
    }
    case "point":
      return `<circle class="point" cx="${coordinate(x(annotation.at))}" cy="${coordinate(y(annotation.price))}" r="3.5"/>`
  }
}

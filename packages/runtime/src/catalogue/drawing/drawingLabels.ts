import type { DatedAnnotation, Detection } from "@mjolnir/core"

import { type Box, type LabelWish, placeLabels } from "../../preview/browser/labelPlaces.ts"
import { extentOf, isOpenLevel } from "./annotationExtent.ts"
import type { DrawingSpace } from "./drawingSpace.ts"
import { triggerBox } from "./markShapes.ts"
import { textWidth } from "./textWidth.ts"

/** The words of an annotation, where they stand, and the place that they speak of. */
export interface DrawingLabel {
  readonly text: string
  readonly box: Box
  readonly x: number
  readonly y: number
}

/**
 * The labels of the annotations, placed so that they cover neither one another nor, as far as there is room, candles and
 * lines. Points come first, since a label away from its point says little, and lines last: they are long. One for which
 * there is no room is left out.
 */
export const drawingLabels = (space: DrawingSpace, detection: Detection): ReadonlyArray<DrawingLabel> => {
  const annotations = (detection.annotations ?? []).toSorted((one, other) => ranks[one.kind] - ranks[other.kind])
  const area = { left: 4, top: 4, width: space.width - 8, height: space.height - 8 }
  const busy = [...candleBoxes(space), ...annotations.flatMap((each) => lineBoxes(each, space))]
  const trigger = triggerBox(space, detection)
  const taken = [...(trigger === undefined ? [] : [trigger]), ...annotations.flatMap((each) => pointBox(each, space))]
  const placed: Array<DrawingLabel> = []
  for (const annotation of annotations) {
    if (!saysMore(annotation, detection)) continue
    const wish = wishOf(annotation, space)
    const [box] = placeLabels([wish], { area, busy, taken })
    if (box === undefined || placed.some((other) => overlap(other.box, box))) continue
    placed.push({ text: shortened(annotation.label), box, x: wish.x, y: wish.y })
    taken.push(...Array<Box>(dearness).fill(box))
  }
  return placed
}

/** Whether two boxes have room in common. */
export const overlap = (one: Box, other: Box): boolean =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height

/** Not the pattern's own name, and not a leg that is named by the points at its ends, such as `XA`. */
const saysMore = ({ kind, label }: DatedAnnotation, { annotations = [], pattern }: Detection): boolean => {
  if (label === "" || label === pattern) return false
  if (kind !== "line") return true
  const points = annotations.flatMap((each) => (each.kind === "point" ? [each.label] : []))
  return !points.some((one) => points.includes(label.slice(one.length)) && label.startsWith(one))
}

/** Where an annotation wants its label: a point beside itself, a line at its middle or open end, a zone at its edge. */
const wishOf = (annotation: DatedAnnotation, space: DrawingSpace): LabelWish => {
  const size = { width: textWidth(shortened(annotation.label)) + 4, height: lineHeight }
  const { candles, edge, x, y } = space
  const [from, to] = extentOf(annotation)
  const within = candles.filter(({ time }) => time >= from && time <= to)
  const middle = within.reduce((sum, { high, low }) => sum + (high + low) / 2, 0) / Math.max(1, within.length)
  const centre = (x(from) + x(to)) / 2
  switch (annotation.kind) {
    case "point":
      return { ...size, x: centre, y: y(annotation.price), side: annotation.price >= middle ? "above" : "below" }
    case "line": {
      const price = (annotation.from.price + annotation.to.price) / 2
      const isOpen = isOpenLevel(annotation, candles.at(-1)?.time ?? 0)
      const side = price >= middle ? "above" : "below"
      return { ...size, x: isOpen ? edge - size.width / 2 : centre, y: y(price), side }
    }
    case "zone": {
      const isHigh = y((annotation.low + annotation.high) / 2) < space.height / 2
      return { ...size, x: centre, y: y(isHigh ? annotation.high : annotation.low), side: isHigh ? "above" : "below" }
    }
  }
}

const candleBoxes = ({ candles, slot, x, y }: DrawingSpace): ReadonlyArray<Box> =>
  candles.map(({ high, low, time }) => ({
    left: x(time) - slot / 2,
    top: y(high),
    width: slot,
    height: y(low) - y(high)
  }))

const pointBox = (annotation: DatedAnnotation, { x, y }: DrawingSpace): ReadonlyArray<Box> =>
  annotation.kind === "point" ? [{ left: x(annotation.at) - 4, top: y(annotation.price) - 4, width: 8, height: 8 }] : []

/** A row of small boxes along a line. */
const lineBoxes = (annotation: DatedAnnotation, { candles, edge, x, y }: DrawingSpace): ReadonlyArray<Box> => {
  if (annotation.kind !== "line") return []
  const { from, to } = annotation
  const isOpen = isOpenLevel(annotation, candles.at(-1)?.time ?? 0)
  const [x1, y1, x2, y2] = [x(from.at), y(from.price), isOpen ? edge : x(to.at), y(to.price)]
  const steps = Math.max(1, Math.ceil(Math.hypot(x2 - x1, y2 - y1) / stride))
  return Array.from({ length: steps + 1 }, (_, step) => ({
    left: x1 + ((x2 - x1) * step) / steps - stride / 2,
    top: y1 + ((y2 - y1) * step) / steps - stride / 2,
    width: stride,
    height: stride
  }))
}

const shortened = (text: string): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

const ranks = { point: 0, zone: 1, line: 2 } as const satisfies Record<DatedAnnotation["kind"], number>
/** How often a label counts as taken room: no place is so near that it would pay to cover a bit of another label. */
const dearness = 30
const lineHeight = 15
const stride = 6
const most = 28

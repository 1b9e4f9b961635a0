import type { Candle, DatedAnnotation } from "@mjolnir/core"

import { firstAtOrAfter } from "./candleIndex.ts"
import { type ChartLayer, chartLayer, type ChartSpace } from "./chartLayer.ts"
import { drawLabels, type Label } from "./drawLabels.ts"
import type { Finding } from "./Finding.ts"
import type { Box } from "./labelPlaces.ts"
import type { Theme } from "./Theme.ts"
import type { View } from "./View.ts"

/** What the annotation layer is drawn from. */
interface Subject {
  readonly candles: ReadonlyArray<Candle>
  readonly view: () => View
  readonly theme: () => Theme
  readonly priceText: (price: number) => string
  /** What labels must leave free. */
  readonly taken: () => ReadonlyArray<Box>
}

/** Draws the lines, zones and points of the finding in focus, with their labels. */
export const annotationLayer = ({ candles, priceText, taken, theme, view }: Subject): ChartLayer => {
  const indexOf = (time: number) => firstAtOrAfter(candles, time)
  const draw = (space: ChartSpace) => {
    const annotations = annotationsOf(view().focus)
    const { context } = space
    context.strokeStyle = theme().annotation
    context.fillStyle = theme().annotationFill
    for (const each of annotations) drawFigure(each, space, indexOf, theme())
    const labels = annotations.flatMap((each) => labelOf(each, space, candles, indexOf, priceText))
    drawLabels(space, labels, theme(), { taken: taken(), busy: candleBoxes(space, candles, view().shown) })
  }
  const prices = (from: number, to: number) => {
    const inView = annotationsOf(view().focus).filter((each) => {
      const [first, last] = extentOf(each)
      return indexOf(first) <= to && indexOf(last) >= from
    })
    if (inView.length === 0) return null
    const all = inView.flatMap(pricesOf)
    return { priceRange: { minValue: Math.min(...all), maxValue: Math.max(...all) } }
  }
  return chartLayer({ order: "top", draw, prices })
}

/** The first and the last time of a finding's annotations, undefined when it has none. */
export const annotatedTimes = (finding: Finding): readonly [number, number] | undefined => {
  const times = annotationsOf(finding).flatMap(extentOf)
  return times.length === 0 ? undefined : [Math.min(...times), Math.max(...times)]
}

const annotationsOf = (finding: Finding | undefined): ReadonlyArray<DatedAnnotation> =>
  finding?.kind === "detection" ? (finding.detection.annotations ?? []) : []

const extentOf = (annotation: DatedAnnotation): readonly [number, number] => {
  switch (annotation.kind) {
    case "line":
      return ordered(annotation.from.at, annotation.to.at)
    case "zone":
      return ordered(annotation.from, annotation.to)
    case "point":
      return [annotation.at, annotation.at]
  }
}

const pricesOf = (annotation: DatedAnnotation): ReadonlyArray<number> => {
  switch (annotation.kind) {
    case "line":
      return [annotation.from.price, annotation.to.price]
    case "zone":
      return [annotation.low, annotation.high]
    case "point":
      return [annotation.price]
  }
}

const ordered = (one: number, other: number): readonly [number, number] => (one <= other ? [one, other] : [other, one])

/** Where candles are, which labels had better not cover; nothing when they are too small to be read one by one. */
const candleBoxes = (
  { from, spacing, to, x, y }: ChartSpace,
  candles: ReadonlyArray<Candle>,
  shown: number
): ReadonlyArray<Box> =>
  spacing < 2
    ? []
    : candles.slice(Math.max(0, from), Math.max(0, Math.min(to, shown) + 1)).map(({ high, low }, index) => ({
        left: x(Math.max(0, from) + index) - spacing / 2,
        top: y(high),
        width: spacing,
        height: y(low) - y(high)
      }))

const drawFigure = (
  annotation: DatedAnnotation,
  { context, spacing, x, y }: ChartSpace,
  indexOf: (time: number) => number,
  theme: Theme
): void => {
  context.beginPath()
  context.lineWidth = 2
  switch (annotation.kind) {
    case "line":
      context.moveTo(x(indexOf(annotation.from.at)), y(annotation.from.price))
      context.lineTo(x(indexOf(annotation.to.at)), y(annotation.to.price))
      context.stroke()
      return
    case "zone": {
      const [from, to] = ordered(x(indexOf(annotation.from)), x(indexOf(annotation.to)))
      const [top, bottom] = ordered(y(annotation.high), y(annotation.low))
      context.lineWidth = 1
      context.rect(from - spacing / 2, top, to - from + spacing, Math.max(1, bottom - top))
      context.fillStyle = theme.annotationFill
      context.fill()
      context.stroke()
      return
    }
    case "point":
      context.arc(x(indexOf(annotation.at)), y(annotation.price), 4, 0, Math.PI * 2)
      context.fillStyle = theme.surface
      context.fill()
      context.stroke()
  }
}

const labelOf = (
  annotation: DatedAnnotation,
  { x, y }: ChartSpace,
  candles: ReadonlyArray<Candle>,
  indexOf: (time: number) => number,
  priceText: (price: number) => string
): ReadonlyArray<Label> => {
  switch (annotation.kind) {
    case "line": {
      const { from, to } = annotation
      const end = from.at > to.at ? from : to
      const detail = from.price === to.price ? priceText(to.price) : ""
      return [{ x: x(indexOf(end.at)), y: y(end.price), text: annotation.label, detail, side: "right" }]
    }
    case "zone": {
      const middle = (x(indexOf(annotation.from)) + x(indexOf(annotation.to))) / 2
      return [{ x: middle, y: y(annotation.high), text: annotation.label, detail: "", side: "above" }]
    }
    case "point": {
      const candle = candles[indexOf(annotation.at)]
      const side = candle === undefined || annotation.price >= (candle.high + candle.low) / 2 ? "above" : "below"
      const place = { x: x(indexOf(annotation.at)), y: y(annotation.price) }
      return [{ ...place, text: annotation.label, detail: priceText(annotation.price), side }]
    }
  }
}

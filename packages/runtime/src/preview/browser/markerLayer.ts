import type { Candle } from "@mjolnir/core"

import { type ChartLayer, chartLayer, type ChartSpace } from "./chartLayer.ts"
import { drawMarker } from "./drawMarker.ts"
import { type Finding, shapeOf } from "./Finding.ts"
import type { Theme } from "./Theme.ts"
import { isKnown, type View } from "./View.ts"

/** A marker as it was last drawn. */
interface PlacedMarker {
  readonly finding: Finding
  readonly x: number
  readonly y: number
}

/** The layer of the markers, and where they stand. */
export interface MarkerLayer extends ChartLayer {
  readonly placed: () => ReadonlyArray<PlacedMarker>
}

/** A marker at the trigger candle of each finding: bullish ones below it, the others above. */
export const markerLayer = (candles: ReadonlyArray<Candle>, view: () => View, theme: () => Theme): MarkerLayer => {
  let placed: ReadonlyArray<PlacedMarker> = []
  const draw = (space: ChartSpace) => {
    const size = Math.max(smallest, Math.min(largest, space.spacing * 0.9))
    placed = placeMarkers(candles, view(), space, size)
    const { focus } = view()
    for (const marker of placed) if (marker.finding !== focus) drawMarker(space.context, marker, size, theme(), false)
    for (const marker of placed)
      if (marker.finding === focus) drawMarker(space.context, marker, size + 2, theme(), true)
  }
  const hit = (x: number, y: number) => {
    const distanceTo = (marker: PlacedMarker) => Math.hypot(marker.x - x, marker.y - y)
    const near = placed.filter((marker) => distanceTo(marker) <= reach)
    if (near.length === 0) return null
    const { finding } = near.reduce((one, other) => (distanceTo(one) <= distanceTo(other) ? one : other))
    return { externalId: finding.key, zOrder: "top", cursorStyle: "pointer", hitTestPriority: 2 } as const
  }
  return { ...chartLayer({ order: "top", draw, hit }), placed: () => placed }
}

/** Markers of one candle are stacked away from it. */
const placeMarkers = (
  candles: ReadonlyArray<Candle>,
  view: View,
  space: ChartSpace,
  size: number
): ReadonlyArray<PlacedMarker> => {
  const stacked = new Map<string, number>()
  return findingsBetween(view.marked, space.from, Math.min(space.to, view.shown)).flatMap((finding) => {
    const candle = candles[finding.at]
    if (candle === undefined || !isKnown(finding, view)) return []
    const below = shapeOf(finding) === "bullish"
    const stack = `${finding.at} ${below}`
    const already = stacked.get(stack) ?? 0
    stacked.set(stack, already + 1)
    const away = size + 5 + already * (size * 2 + 2)
    const y = below ? space.y(candle.low) + away : space.y(candle.high) - away
    return [{ finding, x: space.x(finding.at), y }]
  })
}

const findingsBetween = (findings: ReadonlyArray<Finding>, from: number, to: number): ReadonlyArray<Finding> => {
  const first = firstFrom(findings, from)
  return findings.slice(first, firstFrom(findings, to + 1))
}

/** Index of the first finding of that candle or a later one. */
const firstFrom = (findings: ReadonlyArray<Finding>, candle: number): number => {
  const found = findings.findIndex(({ at }) => at >= candle)
  return found < 0 ? findings.length : found
}

/** Half the height of a marker, in pixels. */
const smallest = 3.5
const largest = 6
/** How near the pointer must come. */
const reach = 10

import { coordinate } from "./coordinate.ts"
import type { DrawingLabel } from "./drawingLabels.ts"
import { xmlText } from "./xmlText.ts"

/** Labels as text, and a thin line to its place for each that had to stand away from it. */
export const labelShapes = (labels: ReadonlyArray<DrawingLabel>): ReadonlyArray<string> => [
  ...labels.flatMap(leader),
  ...labels.map(({ box, text }) => {
    const place = `x="${coordinate(box.left + box.width / 2)}" y="${coordinate(box.top + baseline)}"`
    return `<text ${place} text-anchor="middle">${xmlText(text)}</text>`
  })
]

const leader = ({ box, x, y }: DrawingLabel): ReadonlyArray<string> => {
  const nearX = Math.max(box.left, Math.min(x, box.left + box.width))
  const nearY = Math.max(box.top, Math.min(y, box.top + box.height))
  return Math.hypot(nearX - x, nearY - y) < farthest
    ? []
    : [`<path class="leader" d="M${coordinate(x)} ${coordinate(y)}L${coordinate(nearX)} ${coordinate(nearY)}"/>`]
}

/** From the top of a label to the line on which its letters stand. */
const baseline = 11.5
/** Pixels from which a label no longer seems to belong to its place. */
const farthest = 14

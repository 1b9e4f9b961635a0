import type { ChartSpace } from "./chartLayer.ts"
import { type Box, type LabelRoom, type LabelWish, placeLabels } from "./labelPlaces.ts"
import type { Theme } from "./Theme.ts"

/** The words for a place on the chart. */
export interface Label {
  readonly x: number
  readonly y: number
  readonly side: LabelWish["side"]
  readonly text: string
  /** Written after the text and fainter, such as a price. */
  readonly detail: string
}

/** Writes labels beside their places so that they stay in view and do not cover one another. */
export const drawLabels = (
  { context, height, width }: ChartSpace,
  labels: ReadonlyArray<Label>,
  theme: Theme,
  { busy, taken }: Pick<LabelRoom, "busy" | "taken">
): void => {
  context.font = font
  context.textBaseline = "middle"
  context.textAlign = "left"
  const visible = labels.filter(({ x, y }) => x >= 0 && x <= width && y >= 0 && y <= height)
  const texts = visible.map(({ detail, text }) => {
    const short = shortened(text)
    const gap = short === "" || detail === "" ? "" : " "
    return { text: `${short}${gap}`, detail, textWidth: context.measureText(`${short}${gap}`).width }
  })
  const wishes = visible.map(({ side, x, y }, index) => {
    const { detail = "", textWidth = 0 } = texts[index] ?? {}
    return { side, x, y, width: textWidth + context.measureText(detail).width + padding * 2, height: lineHeight }
  })
  const points = visible.map(({ x, y }) => ({ left: x - 5, top: y - 5, width: 10, height: 10 }))
  const area = { left: 4, top: headroom, width: width - 8, height: height - headroom - 4 }
  const boxes = placeLabels(wishes, { area, busy, taken: [...taken, ...points] })
  for (const [index, { x, y }] of visible.entries()) drawLeader(context, boxes[index], x, y, theme)
  boxes.forEach((box, index) => {
    const { detail = "", text = "", textWidth = 0 } = texts[index] ?? {}
    context.beginPath()
    context.roundRect(box.left, box.top, box.width, box.height, 4)
    context.fillStyle = theme.label
    context.fill()
    context.lineWidth = 1
    context.strokeStyle = theme.annotation
    context.stroke()
    const middle = box.top + box.height / 2 + 0.5
    context.fillStyle = theme.ink
    context.fillText(text, box.left + padding, middle)
    context.fillStyle = theme.muted
    context.fillText(detail, box.left + padding + textWidth, middle)
  })
}

/** A thin line to the place, for a label that had to stand away from it. */
const drawLeader = (
  context: CanvasRenderingContext2D,
  box: Box | undefined,
  x: number,
  y: number,
  theme: Theme
): void => {
  if (box === undefined) return
  const nearX = Math.max(box.left, Math.min(x, box.left + box.width))
  const nearY = Math.max(box.top, Math.min(y, box.top + box.height))
  if (Math.hypot(nearX - x, nearY - y) < 14) return
  context.beginPath()
  context.moveTo(x, y)
  context.lineTo(nearX, nearY)
  context.lineWidth = 1
  context.strokeStyle = theme.annotation
  context.setLineDash([2, 3])
  context.stroke()
  context.setLineDash([])
}

const shortened = (text: string): string => (text.length <= most ? text : `${text.slice(0, most - 1)}…`)

/** Taken by the figures of the candle that the pointer is on. */
const headroom = 34
const most = 32
const padding = 6
const lineHeight = 19
const font = "500 11.5px system-ui, sans-serif"

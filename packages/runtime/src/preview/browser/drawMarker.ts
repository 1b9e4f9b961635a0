import { type Finding, type Shape, shapeOf } from "./Finding.ts"
import type { Theme } from "./Theme.ts"

/** Draws the marker of a finding. Shape and colour both say its direction, so that either is enough. */
export const drawMarker = (
  context: CanvasRenderingContext2D,
  { finding, x, y }: { readonly finding: Finding; readonly x: number; readonly y: number },
  size: number,
  theme: Theme,
  isFocus: boolean
): void => {
  const shape = shapeOf(finding)
  if (isFocus) {
    context.beginPath()
    context.arc(x, y, size + 5, 0, Math.PI * 2)
    context.fillStyle = theme.annotationFill
    context.fill()
    context.strokeStyle = theme.annotation
    context.lineWidth = 1.5
    context.stroke()
  }
  outline(context, shape, x, y, size)
  context.fillStyle = shape === "miss" ? theme.surface : theme[shape]
  context.strokeStyle = shape === "miss" ? theme.miss : theme.surface
  context.lineWidth = shape === "miss" ? 1.5 : 1
  context.fill()
  context.stroke()
}

const outline = (context: CanvasRenderingContext2D, shape: Shape, x: number, y: number, size: number): void => {
  context.beginPath()
  if (shape === "miss") {
    context.arc(x, y, size * 0.8, 0, Math.PI * 2)
    return
  }
  for (const [right, down] of corners[shape]) context.lineTo(x + right * size, y + down * size)
  context.closePath()
}

const corners: Readonly<Record<Exclude<Shape, "miss">, ReadonlyArray<readonly [number, number]>>> = {
  bullish: [
    [0, -1],
    [1, 0.9],
    [-1, 0.9]
  ],
  bearish: [
    [0, 1],
    [1, -0.9],
    [-1, -0.9]
  ],
  neutral: [
    [0, -1.1],
    [1.1, 0],
    [0, 1.1],
    [-1.1, 0]
  ]
}

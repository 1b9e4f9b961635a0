import { type ChartLayer, chartLayer, type ChartSpace } from "./chartLayer.ts"
import type { PageData } from "./PageData.ts"
import type { Theme } from "./Theme.ts"
import type { View } from "./View.ts"

/**
 * A veil over the candles that the detector does not see: those of the warm-up; and while the chart is stepped through,
 * those older than its window.
 */
export const veilLayer = (
  { candles, detector: { history, warmUp } }: PageData,
  view: () => View,
  theme: () => Theme
): ChartLayer => {
  const draw = (space: ChartSpace) => {
    const { shown } = view()
    const isStepping = shown < candles.length - 1
    const count = shown + 1
    if (!isStepping) drawVeil(space, warmUp - 1, "warm-up", theme())
    else if (count < warmUp) drawVeil(space, count, `warming up: ${count} of ${warmUp} candles`, theme())
    else drawVeil(space, count - history, `the detector sees ${history} candles`, theme())
  }
  return chartLayer({ order: "normal", draw })
}

/** Covers the candles before that one. */
const drawVeil = ({ context, height, spacing, x }: ChartSpace, until: number, text: string, theme: Theme): void => {
  const right = x(until) - spacing / 2
  if (until <= 0 || right <= 0) return
  context.fillStyle = theme.outside
  context.fillRect(0, 0, right, height)
  context.strokeStyle = theme.line
  context.lineWidth = 1
  context.beginPath()
  context.moveTo(Math.round(right) + 0.5, 0)
  context.lineTo(Math.round(right) + 0.5, height)
  context.stroke()
  context.font = "11px system-ui, sans-serif"
  context.textBaseline = "middle"
  context.textAlign = "left"
  const { width } = context.measureText(text)
  const left = right >= width + 20 ? right - width - 10 : right + 10
  context.fillStyle = theme.surface
  context.fillRect(left - 4, textHeight - 8, width + 8, 16)
  context.fillStyle = theme.muted
  context.fillText(text, left, textHeight)
}

/** Below the figures of the candle that the pointer is on. */
const textHeight = 44

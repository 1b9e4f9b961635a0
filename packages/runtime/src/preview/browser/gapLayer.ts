import { type ChartLayer, chartLayer, type ChartSpace } from "./chartLayer.ts"
import type { PageData } from "./PageData.ts"
import type { Theme } from "./Theme.ts"
import type { View } from "./View.ts"

/**
 * A dotted line wherever candles that stand side by side are not neighbours in time. Between days a weekend, even a long
 * one, is no gap. Where candles are too small to be told apart, gaps are left out: they would say nothing.
 */
export const gapLayer = ({ candles, interval }: PageData, view: () => View, theme: () => Theme): ChartLayer => {
  const usual = interval === "1d" ? 3 : 0
  const draw = ({ context, from, height, spacing, to, x }: ChartSpace) => {
    if (spacing < narrowest) return
    context.strokeStyle = theme().line
    context.lineWidth = 1
    context.setLineDash([2, 4])
    context.beginPath()
    for (let index = Math.max(1, from); index <= Math.min(to, view().shown); index++) {
      if ((candles[index]?.gap ?? 0) <= usual) continue
      const between = Math.round(x(index) - spacing / 2) + 0.5
      context.moveTo(between, 0)
      context.lineTo(between, height)
    }
    context.stroke()
  }
  return chartLayer({ order: "bottom", draw })
}

/** Pixels from candle to candle. */
const narrowest = 3

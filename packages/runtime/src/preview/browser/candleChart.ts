/// <reference lib="dom" />
import {
  type CandlestickData,
  CandlestickSeries,
  createChart,
  CrosshairMode,
  type HistogramData,
  HistogramSeries,
  type IChartApi,
  type MouseEventParams,
  type Time,
  type UTCTimestamp
} from "lightweight-charts"

import { annotationLayer } from "./annotationLayer.ts"
import { gapLayer } from "./gapLayer.ts"
import { markerLayer } from "./markerLayer.ts"
import type { PageData } from "./PageData.ts"
import { priceDecimals, priceTextOf } from "./priceText.ts"
import { currentTheme, onThemeChange, type Theme } from "./Theme.ts"
import { axisText, timeTextOf } from "./timeText.ts"
import { veilLayer } from "./veilLayer.ts"
import type { View } from "./View.ts"

/** Where the pointer is on the chart. */
export interface Pointed {
  /** Index of the candle under it. */
  readonly candle: number | undefined
  /** Key of the finding whose marker is under it. */
  readonly key: string | undefined
  readonly x: number
  readonly y: number
}

/** The candles, their volume and what is drawn on them. */
export interface CandleChart {
  /** Draws what has changed in the view. A step out of sight moves the chart along. */
  readonly draw: (view: View) => void
  /** Moves the view as little as it takes to have these candles in it, with some room around. */
  readonly reveal: (from: number, to: number) => void
  /** Fills the view with these candles. */
  readonly show: (from: number, to: number) => void
  readonly onPoint: (pointed: (place: Pointed) => void) => void
  readonly onClick: (clicked: (place: Pointed) => void) => void
}

/** Builds the chart of the page's data in that element. */
export const candleChart = (host: HTMLElement, data: PageData, initial: View): CandleChart => {
  const { candles } = data
  let theme = currentTheme()
  let view = initial
  let drawn = -1

  const chart = createChart(host, { autoSize: true })
  const series = chart.addSeries(CandlestickSeries, {
    borderVisible: false,
    priceLineVisible: false,
    lastValueVisible: false
  })
  const volume = chart.addSeries(HistogramSeries, {
    priceScaleId: "volume",
    priceFormat: { type: "volume" },
    priceLineVisible: false,
    lastValueVisible: false
  })
  const hasVolume = candles.some((candle) => candle.volume > 0)
  series.priceScale().applyOptions({ scaleMargins: { top: 0.1, bottom: hasVolume ? 0.24 : 0.1 } })
  volume.priceScale().applyOptions({ scaleMargins: { top: 0.84, bottom: 0 } })

  const decimals = priceDecimals(candles)
  const priceText = priceTextOf(decimals)
  series.applyOptions({ priceFormat: { type: "custom", formatter: priceText, minMove: 10 ** -decimals } })

  const markers = markerLayer(
    candles,
    () => view,
    () => theme
  )
  const annotations = annotationLayer({
    candles,
    priceText,
    view: () => view,
    theme: () => theme,
    taken: () => markers.placed().map(({ x, y }) => ({ left: x - 7, top: y - 7, width: 14, height: 14 }))
  })
  const gaps = gapLayer(
    data,
    () => view,
    () => theme
  )
  const veil = veilLayer(
    data,
    () => view,
    () => theme
  )
  for (const layer of [gaps, veil, markers, annotations]) series.attachPrimitive(layer)

  let bars = barsOf(candles, theme)
  const setBars = (shown: number) => {
    if (shown === drawn + 1 && drawn >= 0) {
      for (const bar of bars.prices.slice(shown, shown + 1)) series.update(bar)
      for (const bar of bars.volumes.slice(shown, shown + 1)) volume.update(bar)
    } else if (shown === drawn - 1 && shown >= 0) {
      series.pop(1)
      volume.pop(1)
    } else {
      series.setData(bars.prices.slice(0, shown + 1))
      volume.setData(bars.volumes.slice(0, shown + 1))
    }
    drawn = shown
  }
  const paint = () => {
    theme = currentTheme()
    bars = barsOf(candles, theme)
    applyTheme(chart, theme)
    series.applyOptions({
      upColor: theme.candleUp,
      wickUpColor: theme.candleUp,
      downColor: theme.candleDown,
      wickDownColor: theme.candleDown
    })
    drawn = -1
    setBars(view.shown)
  }

  chart.applyOptions(behaviour(timeTextOf(data.intervalMillis), data.intervalMillis))
  paint()
  onThemeChange(paint)

  const range = () => chart.timeScale().getVisibleLogicalRange() ?? { from: 0, to: candles.length }
  const setRange = (from: number, to: number) => chart.timeScale().setVisibleLogicalRange({ from, to })
  const placeOf = (event: MouseEventParams): Pointed => {
    const key = event.hoveredInfo?.objectId
    const candle = event.logical === undefined ? undefined : Number(event.logical)
    return {
      candle: candle !== undefined && candle >= 0 && candle <= view.shown ? candle : undefined,
      key: typeof key === "string" ? key : undefined,
      x: event.point?.x ?? 0,
      y: event.point?.y ?? 0
    }
  }

  return {
    draw: (next) => {
      const before = range()
      view = next
      if (view.shown !== drawn) {
        setBars(view.shown)
        const width = before.to - before.from
        const isInView = view.shown >= before.from && view.shown <= before.to - 1
        const to = isInView ? before.to : view.shown + Math.max(2, width * 0.15)
        setRange(to - width, to)
      }
      markers.redraw()
    },
    reveal: (from, to) => {
      const before = range()
      const room = Math.max(6, (to - from) * 0.35)
      if (from - room / 2 >= before.from && to + room / 2 <= before.to && (to - from) * 12 > before.to - before.from)
        return
      const half = Math.max((to - from) / 2 + room, narrowest / 2)
      setRange((from + to) / 2 - half, (from + to) / 2 + half)
    },
    show: (from, to) => setRange(from - 1, to + 2),
    onPoint: (pointed) => chart.subscribeCrosshairMove((event) => pointed(placeOf(event))),
    onClick: (clicked) => chart.subscribeClick((event) => clicked(placeOf(event)))
  }
}

/** Candles that are in view at the least after a move to a finding. */
const narrowest = 70

const barsOf = (candles: PageData["candles"], theme: Theme) => ({
  prices: candles.map(({ close, high, low, open, time }): CandlestickData => ({
    time: chartTime(time),
    open,
    high,
    low,
    close
  })),
  volumes: candles.map(({ close, open, time, volume }): HistogramData => ({
    time: chartTime(time),
    value: volume,
    color: close >= open ? theme.volumeUp : theme.volumeDown
  }))
})

/** Lightweight Charts counts seconds, and brands them. */
const chartTime = (millis: number): UTCTimestamp => (millis / 1_000) as UTCTimestamp

const millisOf = (time: Time): number => Number(time) * 1_000

const behaviour = (timeText: (time: number) => string, intervalMillis: number) => ({
  crosshair: { mode: CrosshairMode.Normal },
  localization: { timeFormatter: (time: Time) => timeText(millisOf(time)) },
  rightPriceScale: { minimumWidth: 72 },
  timeScale: {
    timeVisible: intervalMillis < 86_400_000,
    secondsVisible: false,
    minBarSpacing: 0.02,
    enableConflation: true,
    rightOffset: 3,
    tickMarkFormatter: (time: Time, weight: number) => axisText(millisOf(time), weight)
  }
})

const applyTheme = (chart: IChartApi, theme: Theme): void =>
  chart.applyOptions({
    layout: {
      background: { color: theme.surface },
      textColor: theme.muted,
      fontFamily: "system-ui, sans-serif",
      attributionLogo: true
    },
    grid: { vertLines: { color: theme.grid }, horzLines: { color: theme.grid } },
    rightPriceScale: { borderColor: theme.line },
    timeScale: { borderColor: theme.line },
    crosshair: {
      vertLine: { color: theme.muted, labelBackgroundColor: theme.muted },
      horzLine: { color: theme.muted, labelBackgroundColor: theme.muted }
    }
  })

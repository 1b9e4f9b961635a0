import type {
  AutoscaleInfo,
  IPrimitivePaneRenderer,
  ISeriesPrimitive,
  Logical,
  PrimitiveHoveredItem,
  PrimitivePaneViewZOrder,
  SeriesAttachedParameter,
  Time
} from "lightweight-charts"

/** What a layer draws with: a canvas and where candles and prices are on it, in pixels. */
export interface ChartSpace {
  readonly context: CanvasRenderingContext2D
  readonly width: number
  readonly height: number
  /** Pixels from one candle to the next. */
  readonly spacing: number
  /** Indexes of the candles at the edges of the view, which may lie outside the data. */
  readonly from: number
  readonly to: number
  readonly x: (candle: number) => number
  readonly y: (price: number) => number
}

/** Something that is drawn over or under the candles whenever the chart is drawn. */
export interface LayerDefinition {
  readonly order: PrimitivePaneViewZOrder
  readonly draw: (space: ChartSpace) => void
  /** The prices that must be in view beside those of the candles. */
  readonly prices?: (from: number, to: number) => AutoscaleInfo | null
  /** What lies under the pointer. */
  readonly hit?: (x: number, y: number) => PrimitiveHoveredItem | null
}

/** A layer as Lightweight Charts takes it, which can ask to be drawn again. */
export interface ChartLayer extends ISeriesPrimitive {
  readonly redraw: () => void
}

export const chartLayer = ({ draw, hit, order, prices }: LayerDefinition): ChartLayer => {
  let attached: SeriesAttachedParameter | undefined
  const renderer: IPrimitivePaneRenderer = {
    draw: (target) =>
      target.useMediaCoordinateSpace(({ context, mediaSize }) => {
        const space = attached === undefined ? undefined : spaceOf(attached, context, mediaSize)
        if (space === undefined) return
        context.save()
        draw(space)
        context.restore()
      })
  }
  const views = [{ zOrder: () => order, renderer: () => renderer }]
  return {
    attached: (parameter: SeriesAttachedParameter<Time>) => {
      attached = parameter
    },
    detached: () => {
      attached = undefined
    },
    paneViews: () => views,
    hitTest: (x, y) => hit?.(x, y) ?? null,
    autoscaleInfo: (from, to) => prices?.(from, to) ?? null,
    redraw: () => attached?.requestUpdate()
  }
}

/** Undefined as long as the chart has no candles. */
const spaceOf = (
  { chart, series }: SeriesAttachedParameter,
  context: CanvasRenderingContext2D,
  { height, width }: { readonly height: number; readonly width: number }
): ChartSpace | undefined => {
  const scale = chart.timeScale()
  const range = scale.getVisibleLogicalRange()
  const x = (candle: number) => scale.logicalToCoordinate(logical(candle)) ?? 0
  if (range === null || series.priceToCoordinate(0) === null) return undefined
  return {
    context,
    width,
    height,
    spacing: x(1) - x(0),
    from: Math.floor(range.from),
    to: Math.ceil(range.to),
    x,
    y: (price) => series.priceToCoordinate(price) ?? 0
  }
}

/** Lightweight Charts calls the index of a candle logical, and brands it. */
const logical = (candle: number): Logical => candle as Logical

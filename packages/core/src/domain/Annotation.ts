import { Schema } from "effect"

import { EpochMillis } from "./EpochMillis.ts"

/**
 * Something to draw on the chart of a match. `At` is how its places are named: by age in the window where a detector
 * draws, by time where the chart is shown.
 */
export type Annotation<At = number> = LineAnnotation<At> | ZoneAnnotation<At> | PointAnnotation<At>

/** A straight line between two places, such as a neckline. */
export interface LineAnnotation<At = number> {
  readonly kind: "line"
  readonly label: string
  readonly from: Place<At>
  readonly to: Place<At>
}

/** A box between two candles and two prices, such as a flag. */
export interface ZoneAnnotation<At = number> {
  readonly kind: "zone"
  readonly label: string
  readonly from: At
  readonly to: At
  readonly low: number
  readonly high: number
}

/** A marked price at a candle, such as a peak. */
export interface PointAnnotation<At = number> {
  readonly kind: "point"
  readonly label: string
  readonly at: At
  readonly price: number
}

/** A price, in quote currency, at a candle. */
export interface Place<At = number> {
  readonly at: At
  readonly price: number
}

/** A line from one place to another; each place is the age of a candle and a price. */
export const line = (label: string, from: readonly [age: number, price: number], to: readonly [number, number]) =>
  ({
    kind: "line",
    label,
    from: { at: from[0], price: from[1] },
    to: { at: to[0], price: to[1] }
  }) as const satisfies Annotation

/** A box from the candle of age `from` to that of age `to`, between two prices. */
export const zone = (label: string, from: number, to: number, low: number, high: number) =>
  ({ kind: "zone", label, from, to, low, high }) as const satisfies Annotation

/** A price marked at the candle of this age. */
export const point = (label: string, at: number, price: number) =>
  ({ kind: "point", label, at, price }) as const satisfies Annotation

const PlaceInTime = Schema.Struct({ at: EpochMillis, price: Schema.Finite })

/** An {@link Annotation} whose places are the starts of candles. */
export const DatedAnnotation = Schema.Union([
  Schema.Struct({ kind: Schema.Literal("line"), label: Schema.String, from: PlaceInTime, to: PlaceInTime }),
  Schema.Struct({
    kind: Schema.Literal("zone"),
    label: Schema.String,
    from: EpochMillis,
    to: EpochMillis,
    low: Schema.Finite,
    high: Schema.Finite
  }),
  Schema.Struct({ kind: Schema.Literal("point"), label: Schema.String, at: EpochMillis, price: Schema.Finite })
])
export type DatedAnnotation = typeof DatedAnnotation.Type

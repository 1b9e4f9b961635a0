import type { MatchMetadata } from "@mjolnir/core"
import type { AgedPrice } from "@mjolnir/core/toolbox"

/**
 * What a search finds in a {@link ChartView}: a shape that the newest candle completes. All its prices are as the view
 * shows them; the frame turns them back.
 */
export interface ChartShape<Pattern extends string, Rule extends string> {
  readonly pattern: Pattern
  /** Where price goes by the shape, as the view shows it: 1 up, -1 down. */
  readonly way: 1 | -1
  /** The turns that make it, oldest first. */
  readonly corners: readonly [Corner, ...ReadonlyArray<Corner>]
  /** What is drawn through them, such as the neckline. */
  readonly lines: ReadonlyArray<ShapeLine>
  /** What a candle closes beyond to leave the shape: a price at the newest candle. */
  readonly breakoutLevel: number
  /** How far the shape says that price goes beyond that level; above 0. */
  readonly height: number
  /** Further prices for the metadata, by name. */
  readonly levels?: Readonly<Record<string, number>>
  /** Further figures for the metadata, which are no prices. */
  readonly figures?: MatchMetadata
  /** What each quality rule measured. */
  readonly quality: Readonly<Record<Rule, number>>
}

/** A turn with what it is in the shape, such as `head`. */
export interface Corner extends AgedPrice {
  readonly label: string
}

/** A straight line between two candles. */
interface ShapeLine {
  readonly label: string
  readonly from: AgedPrice
  readonly to: AgedPrice
}

/** The price to which a shape says that price goes, as the view shows it. */
export const targetOf = ({ breakoutLevel, height, way }: ChartShape<string, string>): number =>
  breakoutLevel + way * height

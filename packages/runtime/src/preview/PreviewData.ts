import type { Candle, Detection, EpochMillis, Interval, NearMiss } from "@mjolnir/core"

/** What a preview page shows: the candles of one symbol and what one detector found in them. */
export interface PreviewData {
  readonly detector: PreviewedDetector
  readonly symbol: string
  readonly interval: Interval
  /** Where the candles come from, such as the name of their file. */
  readonly source: string
  /** Oldest first, no two of the same time. */
  readonly candles: ReadonlyArray<Candle>
  /** In any order, with annotations and explanation where the detector gives them. */
  readonly detections: ReadonlyArray<Detection>
  readonly nearMisses: ReadonlyArray<DatedNearMiss>
}

/** What the page says of the detector itself. */
interface PreviewedDetector {
  readonly name: string
  readonly version: string
  readonly summary: string
  /** Every pattern that it may find. */
  readonly emits: ReadonlyArray<string>
  /** The settings that it ran with, anything that JSON can hold. */
  readonly params: unknown
  /** Candles that it sees at the most. */
  readonly history: number
  /** Candles without which it is not called. */
  readonly warmUp: number
}

/** A near miss and the start of the candle at whose close it was found. */
export interface DatedNearMiss {
  readonly time: EpochMillis
  readonly nearMiss: NearMiss
}

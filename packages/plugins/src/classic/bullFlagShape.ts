/** The limits within which a bull flag must lie; all are shares. */
export interface BullFlagLimits {
  readonly minimumPoleGain: number
  readonly maximumPoleGain: number
  readonly minimumPullback: number
  readonly maximumPullback: number
  readonly minimumFlagRange: number
  readonly maximumFlagRange: number
}

/** A bull flag that ends with the newest candle. Lengths are in candles, highs and lows are prices. */
export interface BullFlagShape {
  readonly poleLength: number
  readonly flagLength: number
  readonly poleGain: number
  readonly pullback: number
  readonly flagRange: number
  readonly poleLow: number
  readonly poleHigh: number
  readonly flagHigh: number
  readonly flagLow: number
  readonly confidence: number
}

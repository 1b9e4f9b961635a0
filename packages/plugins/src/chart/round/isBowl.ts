import type { Bowl } from "./Bowl.ts"
import type { BowlSettings } from "./bowlParams.ts"

/** True when the closes are as round as the settings ask for. */
export const isBowl = (bowl: Bowl, { minimumFit, minimumLowShare, offCentre }: BowlSettings): boolean =>
  bowl.bend > 0 &&
  bowl.rSquared >= minimumFit &&
  bowl.lowShare >= minimumLowShare &&
  Math.abs(bowl.middle - 0.5) <= offCentre

/** True when a bowl of this depth below its rim is neither too flat nor too deep. */
export const isBowlDepth = (
  depth: number,
  rim: number,
  atr: number,
  { maximumDepth, minimumDepth }: BowlSettings
): boolean => depth > 0 && depth >= minimumDepth * atr && depth <= maximumDepth * Math.abs(rim)

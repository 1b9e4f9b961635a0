import { minuteWalk } from "@mjolnir/core/testing"

import type { Stretch } from "./detectionCounts.ts"
import { recordedStretches } from "./recordedStretches.ts"

/** Candles of one kind, in which detections are counted. */
export interface NoiseColumn {
  readonly heading: string
  readonly stretches: ReadonlyArray<Stretch>
  readonly candles: number
}

/** Driftless random walks, and the recorded minutes and days where there are any. */
export const noiseColumns = async (): Promise<ReadonlyArray<NoiseColumn>> =>
  [
    columnOf("random walk", walks),
    columnOf("recorded minutes", await recordedStretches("1m")),
    columnOf("recorded days", await recordedStretches("1d"))
  ].filter(({ candles }) => candles > 0)

const walks = Array.from({ length: 20 }, (_, index): Stretch => ({
  interval: "1m",
  candles: minuteWalk(index + 1, 10_000)
}))

const columnOf = (heading: string, stretches: ReadonlyArray<Stretch>): NoiseColumn => ({
  heading,
  stretches,
  candles: stretches.reduce((sum, { candles }) => sum + candles.length, 0)
})

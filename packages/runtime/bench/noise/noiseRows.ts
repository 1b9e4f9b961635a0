import type { Detector, Plugin } from "@mjolnir/core"

import { countDetections, type DetectionCounts } from "./detectionCounts.ts"
import type { NoiseColumn } from "./noiseColumns.ts"

/** How often a detector finds something in the candles of each column, in all or of one pattern. */
export interface NoiseRow {
  readonly plugin: string
  readonly detector: string
  /** Undefined for a detector of several patterns as a whole. */
  readonly pattern: string | undefined
  /** Whether these are all detections of the detector. */
  readonly isWhole: boolean
  /** Detections per 1,000 candles, column by column. */
  readonly rates: ReadonlyArray<number>
}

/** The rates of all detectors of the plugins: of each in all, then those of its patterns when it has several. */
export const noiseRows = (
  plugins: ReadonlyArray<Plugin>,
  columns: ReadonlyArray<NoiseColumn>
): ReadonlyArray<NoiseRow> =>
  plugins.flatMap(({ detectors, name }) => {
    const counts = columns.map(({ stretches }) => countDetections(detectors, stretches))
    return detectors.flatMap((detector) => rowsOf(name, detector, columns, counts))
  })

const rowsOf = (
  plugin: string,
  { emits, name: detector }: Detector,
  columns: ReadonlyArray<NoiseColumn>,
  counts: ReadonlyArray<DetectionCounts>
): ReadonlyArray<NoiseRow> => {
  const rates = (patterns: ReadonlyArray<string>) =>
    columns.map(({ candles }, column) => {
      const found = counts[column]?.get(detector)
      return (patterns.reduce((sum, pattern) => sum + (found?.get(pattern) ?? 0), 0) / candles) * 1_000
    })
  const isOnly = emits.length === 1
  const each = emits.map((pattern) => ({ plugin, detector, pattern, isWhole: isOnly, rates: rates([pattern]) }))
  return isOnly ? each : [{ plugin, detector, pattern: undefined, isWhole: true, rates: rates(emits) }, ...each]
}

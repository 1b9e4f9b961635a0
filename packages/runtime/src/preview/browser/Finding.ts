import type { Detection, NearMiss } from "@mjolnir/core"

import type { DatedNearMiss } from "../PreviewData.ts"
import { firstAtOrAfter } from "./candleIndex.ts"
import type { PageData } from "./PageData.ts"

/** A detection or a near miss, and its place among the candles. */
export type Finding = FoundDetection | FoundNearMiss

interface Placed {
  /** Names it on this page. */
  readonly key: string
  /** Index of the trigger candle. */
  readonly at: number
  /** Index of the candle at whose close it was known. */
  readonly known: number
}

export interface FoundDetection extends Placed {
  readonly kind: "detection"
  readonly detection: Detection
}

interface FoundNearMiss extends Placed {
  readonly kind: "near miss"
  readonly nearMiss: NearMiss
}

/** What the detector found, in the order in which it was known. */
export const findingsOf = (data: PageData): ReadonlyArray<Finding> => {
  const last = data.candles.length - 1
  const indexOf = (time: number) => Math.min(firstAtOrAfter(data.candles, time), last)
  const ofDetection = (detection: Detection, index: number): Finding => {
    const at = indexOf(detection.time)
    const known = Math.max(at, indexOf(detection.confirmedAt - data.intervalMillis))
    return { kind: "detection", key: `detection-${index}`, at, known, detection }
  }
  const ofNearMiss = ({ nearMiss, time }: DatedNearMiss, index: number): Finding => {
    const at = indexOf(time)
    return { kind: "near miss", key: `near-miss-${index}`, at, known: at, nearMiss }
  }
  return [...data.detections.map(ofDetection), ...data.nearMisses.map(ofNearMiss)].sort(
    (one, other) => one.known - other.known || one.at - other.at
  )
}

export const patternOf = (finding: Finding): string =>
  finding.kind === "detection" ? finding.detection.pattern : finding.nearMiss.pattern

/** How it is drawn: by its direction, or as a near miss. */
export type Shape = Detection["direction"] | "miss"

export const shapeOf = (finding: Finding): Shape =>
  finding.kind === "detection" ? finding.detection.direction : "miss"

/** The character that stands for a shape in text. */
export const glyphs: Readonly<Record<Shape, string>> = { bullish: "▲", bearish: "▼", neutral: "◆", miss: "○" }

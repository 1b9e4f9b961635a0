import type { Finding } from "./Finding.ts"

/** What the chart shows at the moment. */
export interface View {
  /** Index of the newest candle shown. */
  readonly shown: number
  /** The finding whose annotations are drawn. */
  readonly focus: Finding | undefined
  /** The findings that have a marker, in the order of their candles. */
  readonly marked: ReadonlyArray<Finding>
}

/** True when the detector knew it at the close of the newest candle shown. */
export const isKnown = (finding: Finding, { shown }: View): boolean => finding.known <= shown

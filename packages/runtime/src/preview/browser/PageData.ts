import type { PreviewData } from "../PreviewData.ts"

/** What the page finds in itself: the data that it was made from and the length of a candle. */
export interface PageData extends PreviewData {
  readonly intervalMillis: number
}

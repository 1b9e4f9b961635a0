import { type Finding, patternOf } from "./Finding.ts"
import type { PageData } from "./PageData.ts"
import type { TabName } from "./tabs.ts"

/** Says why a list is empty: nothing was found, nothing of the chosen pattern, or nothing yet. */
export const emptyNote = (
  name: TabName,
  found: Readonly<Record<TabName, ReadonlyArray<Finding>>>,
  { candles, detector }: PageData,
  { pattern, timeOf }: { readonly pattern: string | undefined; readonly timeOf: (candle: number) => string }
): string => {
  const what = name === "detections" ? "detections" : "near misses"
  if (candles.length === 0) return "There are no candles to look at."
  if (found[name].length === 0) {
    const hint =
      name === "detections" && found["near-misses"].length > 0 ? " But it came near: see the near misses." : ""
    return `No ${what}: ${detector.name} found none in ${candles.length.toLocaleString("en-US")} candles.${hint}`
  }
  const first = found[name].find((finding) => pattern === undefined || patternOf(finding) === pattern)
  if (first === undefined) return `No ${what} of this pattern.`
  return `None is known yet. The first will be at the close of ${timeOf(first.known)}.`
}

import type { PatternExample } from "./runExample.ts"

/** Where a pattern points, such as `bullish` or `bullish, bearish`; `?` when there is no example that shows it. */
export const directionsText = (example: PatternExample | undefined): string =>
  example === undefined || example.directions.length === 0 ? "?" : example.directions.join(", ")

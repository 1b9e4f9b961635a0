import type { Detector } from "@mjolnir/core"
import { conformance, type ConformanceOptions } from "@mjolnir/core/testing"
import { Effect } from "effect"

import type { AuthorCase } from "./AuthorCase.ts"
import type { CheckInput } from "./CheckInput.ts"

/** The cases of `conformance`, as an author's own tests run them. */
export const detectorCases = (
  detector: Detector,
  settings: unknown,
  { isQuick, series }: Pick<CheckInput, "isQuick" | "series">
): ReadonlyArray<AuthorCase> => {
  const options: ConformanceOptions = {
    settings,
    ...(series === undefined ? {} : { candles: series.candles, symbol: series.symbol, interval: series.interval }),
    ...(isQuick ? { budget: { candles: quickCandles } } : {})
  }
  return conformance(detector, options).map(({ check, hint, id, reason, title }) => ({
    id,
    title,
    reason,
    hint,
    examine: Effect.sync(check)
  }))
}

/** Enough to see a detector that is far too slow or keeps everything. */
const quickCandles = 5_000

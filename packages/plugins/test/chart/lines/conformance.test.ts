import { describe, it } from "@effect/vitest"
import { conformance } from "@mjolnir/core/testing"

import { trendLines } from "../../../src/chart/lines/trendLines.ts"
import { noisyMarket } from "../noisyExample.ts"

/** With its default params the detector is measured over more. */
const budget = { candles: 20_000 }

describe("the detector of trend lines keeps the contract:", () => {
  for (const [name, options] of Object.entries({
    "where all of its patterns are": { candles: noisyMarket(trendLines, 3, 0.05) },
    "at completion": { settings: { reported: "completion" } },
    "among kernel extrema": { settings: { method: "kernel" } }
  })) {
    describe(name, () => {
      for (const { id, run, title } of conformance(trendLines, { ...options, budget })) it(`${id} ${title}`, run)
    })
  }
})

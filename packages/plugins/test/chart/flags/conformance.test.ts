import { describe, it } from "@effect/vitest"
import { conformance } from "@mjolnir/core/testing"

import { flagsAndPennants } from "../../../src/chart/flags/flagsAndPennants.ts"
import { noisyMarket } from "../noisyExample.ts"

/** With its default params the detector is measured over more. */
const budget = { candles: 20_000 }

describe("the detector of flags and pennants keeps the contract:", () => {
  for (const [name, options] of Object.entries({
    "where all of its patterns are": { candles: noisyMarket(flagsAndPennants, 4, 0.05) },
    "with pivots in percent": {
      settings: { reversalIn: "percent", reversal: 1, minimumPole: 3, flagCandles: 3 }
    }
  })) {
    describe(name, () => {
      for (const { id, run, title } of conformance(flagsAndPennants, { ...options, budget })) it(`${id} ${title}`, run)
    })
  }
})

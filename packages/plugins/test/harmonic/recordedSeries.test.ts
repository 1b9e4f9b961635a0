import { describe, it } from "@effect/vitest"
import { conformance } from "@mjolnir/core/testing"

import { harmonic } from "../../src/harmonic/harmonic.ts"
import { hasMarketData, readAsMinutes } from "../recorded/marketSeries.ts"

/** Those of the contract's cases that say when something may be known. */
const ofTime = ["C02", "C03", "C06", "C07", "C09"]

describe("on recorded candles", () => {
  for (const series of ["spy-1m-lean-20131004-20131011", "spy-1d-lean"]) {
    for (const id of ofTime) {
      it.skipIf(!hasMarketData())(`nothing is found before it could be known, in ${series}: ${id}`, () => {
        const settings = { toleranceB: 0.1, toleranceC: 0.1, toleranceD: 0.1, minimumLeg: 1 }
        const cases = conformance(harmonic, { settings, candles: readAsMinutes(series) })
        cases.find((each) => each.id === id)?.run()
      })
    }
  }
})

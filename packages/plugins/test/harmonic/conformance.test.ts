import { describe, it } from "@effect/vitest"
import { conformance } from "@mjolnir/core/testing"

import { harmonic } from "../../src/harmonic/harmonic.ts"

describe("the harmonic detector keeps the contract:", () => {
  for (const { id, run, title } of conformance(harmonic)) it(`${id} ${title}`, run)
})

describe("with pivots by percent and ten times the patterns it still keeps the contract:", () => {
  const settings = {
    reversal: 0.5,
    reversalIn: "percent",
    toleranceB: 0.2,
    toleranceC: 0.2,
    toleranceD: 0.2,
    minimumLeg: 0,
    within: 100
  }
  for (const { id, run, title } of conformance(harmonic, { settings })) it(`${id} ${title}`, run)
})

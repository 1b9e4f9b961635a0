import { describe, it } from "@effect/vitest"
import { conformance } from "@mjolnir/core/testing"

import classic from "../../src/classic/index.ts"

describe("the classic detectors keep the contract:", () => {
  for (const detector of classic.detectors) {
    describe(detector.name, () => {
      for (const { id, run, title } of conformance(detector)) it(`${id} ${title}`, run)
    })
  }
})

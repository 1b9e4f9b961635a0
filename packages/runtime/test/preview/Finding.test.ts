import { assert, describe, it } from "@effect/vitest"
import { intervalMillis } from "@mjolnir/core"

import { findingsOf } from "../../src/preview/browser/Finding.ts"
import type { PreviewData } from "../../src/preview/PreviewData.ts"
import { sampleCandles, sampleDetection, samplePreview, timeOf } from "./samplePreview.ts"

const placesOf = (changes: Partial<PreviewData>) =>
  findingsOf({ ...samplePreview({ nearMisses: [], ...changes }), intervalMillis: intervalMillis["1m"] }).map(
    ({ at, known }) => [at, known]
  )

describe("findings", () => {
  it("are known at the close of the candle that confirms them", () =>
    assert.deepStrictEqual(placesOf({ detections: [sampleDetection(20, 24)] }), [[20, 24]]))

  it("come in the order in which they are known, not in that of their triggers", () =>
    assert.deepStrictEqual(placesOf({ detections: [sampleDetection(20, 40), sampleDetection(30, 32)] }), [
      [30, 32],
      [20, 40]
    ]))

  it("are known within the candle in which they are confirmed, which may be after a gap", () => {
    const candles = sampleCandles(10, (index) => ({ time: timeOf(index < 5 ? index : index + 100) }))
    assert.deepStrictEqual(placesOf({ candles, detections: [sampleDetection(3, 50)] }), [[3, 5]])
  })

  it("are known with the last candle at the latest", () =>
    assert.deepStrictEqual(placesOf({ detections: [sampleDetection(59, 70)] }), [[59, 59]]))

  it("are known at once when they are near misses", () => {
    const { nearMisses } = samplePreview()
    assert.deepStrictEqual(placesOf({ detections: [], nearMisses }), [[25, 25]])
  })
})

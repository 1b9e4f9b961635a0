import { assert, describe, it } from "@effect/vitest"

import { priceDecimals, priceTextOf } from "../../src/preview/browser/priceText.ts"
import { sampleCandles } from "./samplePreview.ts"

const decimalsOf = (price: number) =>
  priceDecimals(sampleCandles(10, () => ({ open: price, high: price, low: price, close: price })))

describe("the decimals of prices", () => {
  it("are all that pennies have", () => assert.strictEqual(decimalsOf(0.001_234), 6))

  it("are at least two for prices of a few thousand", () => assert.strictEqual(decimalsOf(49), 2))

  it("are none for whole prices of many thousands", () => assert.strictEqual(decimalsOf(500_000), 0))

  it("end where prices can no longer be told apart", () => assert.strictEqual(decimalsOf(121.682_558_123), 3))

  it("are not made longer by the errors of sums", () => assert.strictEqual(decimalsOf(0.1 + 0.2), 2))

  it("are written, with thousands set apart", () => assert.strictEqual(priceTextOf(2)(500_000.5), "500,000.50"))
})

import { assert, describe, it } from "@effect/vitest"
import { macd } from "@mjolnir/core/toolbox"

import { readingFields } from "../../src/offline/readingFields.ts"

describe("the fields of a reading", () => {
  it("are those within it too, with dots between, and no methods", () => {
    const { reading } = macd().start({})
    assert.includeMembers([...readingFields(reading)], ["value", "previous", "signal.value", "histogram.previous"])
    assert.deepStrictEqual(readingFields({ size: 1, pivot: () => 2 }), ["size"])
  })

  it("have an end where each makes another of its kind", () => {
    const link = (): object => ({
      value: 1,
      get next() {
        return link()
      }
    })
    const fields = readingFields(link())
    assert.includeMembers([...fields], ["value", "next.value"])
    assert.isBelow(fields.length, 10)
  })

  it("include one that cannot be read before there is a candle", () => {
    const reading = {
      get early(): number {
        throw new Error("too early")
      }
    }
    assert.deepStrictEqual(readingFields(reading), ["early"])
  })
})

import { assert, describe, it } from "@effect/vitest"

import { nearestName } from "../../src/plugins/nearestName.ts"

const names = ["double-top", "double-bottom", "bull-flag"]

describe("the nearest name", () => {
  for (const [given, nearest] of [
    ["double-topp", "double-top"],
    ["duoble-top", "double-top"],
    ["bullflag", "bull-flag"],
    ["double_bottom", "double-bottom"]
  ] as const) {
    it(`to ${given} is ${nearest}`, () => assert.strictEqual(nearestName(given, names), nearest))
  }

  it("is none when all are far", () => assert.isUndefined(nearestName("head-and-shoulders", names)))

  it("is none among none", () => assert.isUndefined(nearestName("double-top", [])))
})

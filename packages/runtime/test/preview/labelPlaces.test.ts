import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

import { type Box, placeLabels } from "../../src/preview/browser/labelPlaces.ts"

const area: Box = { left: 0, top: 0, width: 800, height: 400 }
const label = { width: 90, height: 19, side: "above" } as const
const room = { area, taken: [], busy: [] }

const within = (maximum: number) => Schema.Int.check(Schema.isBetween({ minimum: 0, maximum }))

const overlap = (one: Box, other: Box): boolean =>
  one.left < other.left + other.width &&
  other.left < one.left + one.width &&
  one.top < other.top + other.height &&
  other.top < one.top + one.height

describe("labels", () => {
  it("stand on the side that they wish for", () => {
    const [above, below] = placeLabels(
      [
        { ...label, x: 200, y: 200 },
        { ...label, x: 600, y: 200, side: "below" }
      ],
      room
    )
    assert.isBelow(above?.top ?? NaN, 200 - 19)
    assert.isAbove(below?.top ?? NaN, 200)
  })

  it("do not cover one another at the same place", () => {
    const boxes = placeLabels(
      Array.from({ length: 5 }, () => ({ ...label, x: 400, y: 200 })),
      room
    )
    for (const [index, box] of boxes.entries()) {
      for (const other of boxes.slice(index + 1)) assert.isFalse(overlap(box, other))
    }
  })

  it("leave free what is taken", () => {
    const taken = { left: 300, top: 100, width: 200, height: 95 }
    const [box] = placeLabels([{ ...label, x: 400, y: 200 }], { ...room, taken: [taken] })
    assert.isFalse(box !== undefined && overlap(box, taken))
  })

  it.prop("are always whole inside the area", [within(area.width), within(area.height)], ([x, y]) => {
    for (const { height, left, top, width } of placeLabels([{ ...label, x, y }], room)) {
      assert.isTrue(left >= 0 && top >= 0 && left + width <= area.width && top + height <= area.height)
    }
  })
})

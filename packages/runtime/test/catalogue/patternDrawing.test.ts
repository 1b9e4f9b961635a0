import { assert, describe, it } from "@effect/vitest"
import { type DatedAnnotation, type Detection, epochMillis } from "@mjolnir/core"
import { builtInPlugins } from "@mjolnir/plugins"

import { catalogueOf } from "../../src/catalogue/catalogueOf.ts"
import { type DrawingLabel, drawingLabels, overlap } from "../../src/catalogue/drawing/drawingLabels.ts"
import { type DrawingSpace, drawingSpace } from "../../src/catalogue/drawing/drawingSpace.ts"
import { patternDrawing } from "../../src/catalogue/drawing/patternDrawing.ts"
import { drawnPattern } from "../../src/catalogue/drawnPattern.ts"
import { describedPlugin } from "./describedPlugin.ts"
import { xmlProblem } from "./xmlProblem.ts"

const mostBytes = 8_192

describe("the drawings of the built-in plugins", () => {
  for (const plugin of builtInPlugins) {
    const patterns = catalogueOf(plugin).flatMap((detector) =>
      detector.patterns.map((pattern) => ({ detector, pattern }))
    )

    it(`are small and well-formed: ${plugin.name}`, () => {
      for (const each of patterns) {
        const drawing = drawnPattern(each) ?? ""
        assert.isUndefined(xmlProblem(drawing), each.pattern.name)
        assert.notMatch(drawing, /NaN|Infinity|undefined/, each.pattern.name)
        assert.isAtMost(Buffer.byteLength(drawing), mostBytes, each.pattern.name)
      }
    })

    it(`have all their labels in view, none on another: ${plugin.name}`, () => {
      for (const { pattern } of patterns) {
        const { candles = [], detection } = pattern.example ?? {}
        if (detection === undefined) continue
        const space = drawingSpace(candles, detection)
        const labels = drawingLabels(space, detection)
        assertReadable(space, labels, pattern.name)
        const points = detection.annotations?.filter(({ kind }) => kind === "point") ?? []
        assert.includeMembers(
          labels.map(({ text }) => text),
          points.map(({ label }) => label),
          pattern.name
        )
      }
    })
  }
})

const [mover] = catalogueOf(describedPlugin)
const [move] = mover?.patterns ?? []

const example = (): { readonly candles: DrawingSpace["candles"]; readonly detection: Detection } => {
  const { candles = [], detection } = move?.example ?? {}
  if (detection === undefined) throw new Error("the example is not found")
  return { candles, detection }
}

describe("a drawing", () => {
  const words = { title: 'Less < "more"', description: "this & that" }
  const { candles, detection } = example()
  const drawn = (annotations: ReadonlyArray<DatedAnnotation>, other: Partial<Detection> = {}) =>
    patternDrawing(candles, { ...detection, annotations, ...other }, words)
  const [first, , , newest] = candles.map(({ time }) => time)
  const [from = detection.time, to = detection.time] = [first, newest]

  it("is the same text for the same detection", () => {
    assert.strictEqual(drawn([]), drawn([]))
  })

  it("says in words what it shows, whatever signs they have", () => {
    assert.isUndefined(xmlProblem(drawn([])))
    assert.include(drawn([]), "<title>Less &#60; &#34;more&#34;</title>\n<desc>this &#38; that</desc>")
  })

  it("has no signs that XML does not know", () => {
    const text = patternDrawing(candles, detection, { title: "bell\u0007", description: "\u001b[31mred\uffff" })
    assert.include(text, "<title>bell\ufffd</title>\n<desc>\ufffd[31mred\ufffd</desc>")
  })

  it("has hollow candles for rising and filled ones for falling prices, and neither for a doji", () => {
    const bodies = (close: number) => {
      const [candle] = candles
      const changed = candle === undefined ? [] : [{ ...candle, open: 10, close, high: 11, low: 9 }]
      const text = patternDrawing(changed, { ...detection, time: from, anchors: [from] }, words)
      return Array.from(text.matchAll(/<path class="(up|down|flat)" d="[^"]*?(z?)"\/>/g), ([, kind, end]) => [
        kind,
        end
      ])
    }
    assert.deepStrictEqual([10.5, 9.5, 10].map(bodies), [[["up", "z"]], [["down", "z"]], [["flat", ""]]])
  })

  it("follows the reader's choice of light or dark on a ground of its own", () => {
    assert.match(drawn([]), /<rect class="ground"/)
    assert.match(drawn([]), /@media\(prefers-color-scheme:dark\)\{\.ground\{fill:#0d1117/)
  })

  it("shades the candles of the pattern when its detector draws nothing", () => {
    assert.include(drawn([]), 'class="span"')
    assert.notInclude(drawn([{ kind: "point", label: "high", at: to, price: 10.6 }]), 'class="span"')
  })

  it("marks the trigger candle with an arrow the way that the pattern points", () => {
    const arrow = (direction: Detection["direction"]) =>
      /class="trigger" d="([^"]*)"/.exec(drawn([], { direction }))?.[1]
    assert.match(arrow("bullish") ?? "", /l4\.5 -9l4\.5 9z$/)
    assert.match(arrow("bearish") ?? "", /l4\.5 9l4\.5 -9z$/)
    assert.match(arrow("neutral") ?? "", /l4\.5 -4\.5l4\.5 4\.5l-4\.5 4\.5z$/)
  })

  it("shows where it is found only when that is later than its trigger", () => {
    assert.notInclude(drawn([]), 'class="found"')
    assert.include(drawn([], { time: from }), 'class="found"')
  })

  it("draws a level that still holds on to the right, and a slope only to its end", () => {
    const level = { kind: "line", label: "level", from: { at: from, price: 10 }, to: { at: to, price: 10 } } as const
    assert.match(drawn([level]), /class="line" d="M[\d.]+ [\d.]+H\d+"/)
    const slope = { ...level, to: { at: to, price: 10.1 } }
    assert.match(drawn([slope]), /class="line" d="M[\d.]+ [\d.]+L[\d.]+ [\d.]+"/)
  })

  it("does not label a leg that its ends name, nor repeat the name of the pattern", () => {
    const points = ["X", "A"].map(
      (label, index) => ({ kind: "point", label, at: index === 0 ? from : to, price: 10 }) as const
    )
    const leg = (label: string) =>
      ({ kind: "line", label, from: { at: from, price: 10 }, to: { at: to, price: 10.5 } }) as const
    const labelled = [
      ...points,
      leg("XA"),
      leg("trend"),
      { kind: "zone", label: "MOVE", from, to, low: 10, high: 11 } as const
    ]
    const texts = drawingLabels(drawingSpace(candles, detection), { ...detection, annotations: labelled }).map(
      ({ text }) => text
    )
    assert.deepStrictEqual(texts, ["X", "A", "trend"])
  })

  it("keeps crowded labels apart, and leaves out those for which there is no room", () => {
    const crowd = Array.from(
      { length: 60 },
      (_, index) => ({ kind: "point", label: `a rather long label ${index}`, at: to, price: 10.5 }) as const
    )
    const crowded = { ...detection, annotations: crowd }
    const space = drawingSpace(candles, crowded)
    const labels = drawingLabels(space, crowded)
    assertReadable(space, labels, "crowd")
    assert.isAbove(labels.length, 3)
    assert.isBelow(labels.length, 60)
  })

  it("begins a few candles before the pattern and ends with the newest", () => {
    const [candle] = candles
    const many = Array.from({ length: 100 }, (_, index) =>
      candle === undefined ? [] : [{ ...candle, time: epochMillis(index * 60_000) }]
    ).flat()
    const shown = drawingSpace(many, {
      ...detection,
      time: epochMillis(99 * 60_000),
      anchors: [epochMillis(90 * 60_000)],
      annotations: [{ kind: "point", label: "before", at: epochMillis(80 * 60_000), price: 10 }]
    }).candles
    assert.deepStrictEqual([shown[0]?.time, shown.at(-1)?.time], [74 * 60_000, 99 * 60_000])
  })
})

const assertReadable = (space: DrawingSpace, labels: ReadonlyArray<DrawingLabel>, name: string): void => {
  for (const [index, { box, text }] of labels.entries()) {
    const isInside =
      box.left >= 0 && box.top >= 0 && box.left + box.width <= space.width && box.top + box.height <= space.height
    assert.isTrue(isInside, `${name}: ${text} leaves the drawing`)
    const hidden = labels.slice(0, index).find((other) => overlap(other.box, box))
    assert.isUndefined(hidden, `${name}: ${text} covers ${hidden?.text}`)
  }
}

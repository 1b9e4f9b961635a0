import { assert, describe, it } from "@effect/vitest"
import { Detection } from "@mjolnir/core"
import { Schema } from "effect"

import { detectionWriter } from "../../src/output/detectionOutput.ts"
import type { TableSettings } from "../../src/output/detectionTable.ts"

const detection = Schema.decodeSync(Detection)({
  metadata: { candles_involved: 3, note: 'say "hi"', strong: true },
  anchors: [1_753_277_280_000, 1_753_277_400_000],
  confirmedAt: 1_753_277_460_000,
  time: 1_753_277_400_000,
  triggerPrice: 150.25,
  confidence: 0.8123456789,
  direction: "bullish",
  pattern: "FLAT_TOP_BREAKOUT",
  detector: "flat-top-breakout@1.0.0",
  interval: "1m",
  symbol: "BRK.B",
  id: "0123456789abcdef0123456789abcdef"
})
const table: TableSettings = { patterns: [detection.pattern], symbols: ["BRK.B"], colored: false }

describe("a detection", () => {
  it("is a line of JSON with the documented keys in their order", () => {
    const writer = detectionWriter("jsonl", table)
    assert.isUndefined(writer.header)
    assert.strictEqual(
      writer.line(detection),
      '{"id":"0123456789abcdef0123456789abcdef","symbol":"BRK.B","interval":"1m","detector":"flat-top-breakout@1.0.0",' +
        '"pattern":"FLAT_TOP_BREAKOUT","direction":"bullish","confidence":0.8123456789,"triggerPrice":150.25,' +
        '"time":1753277400000,"confirmedAt":1753277460000,"anchors":[1753277280000,1753277400000],' +
        '"metadata":{"candles_involved":3,"note":"say \\"hi\\"","strong":true}}'
    )
  })

  it("is a row of CSV", () => {
    const writer = detectionWriter("csv", table)
    assert.strictEqual(
      writer.header,
      "id,symbol,interval,detector,pattern,direction,confidence,triggerPrice,time,confirmedAt,anchors,metadata,provisional"
    )
    assert.strictEqual(
      writer.line(detection),
      "0123456789abcdef0123456789abcdef,BRK.B,1m,flat-top-breakout@1.0.0,FLAT_TOP_BREAKOUT,bullish,0.8123456789,150.25," +
        "1753277400000,1753277460000,1753277280000;1753277400000," +
        '"{""candles_involved"":3,""note"":""say \\""hi\\"""",""strong"":true}",false'
    )
    assert.match(writer.line({ ...detection, provisional: true }), /,true$/)
  })

  it("is a row of an aligned table", () => {
    const writer = detectionWriter("table", { ...table, patterns: [...table.patterns, "A_LONGER_PATTERN_NAME"] })
    const bearish = { ...detection, direction: "bearish", triggerPrice: 0.012_345, pattern: "X" } as const
    assert.deepStrictEqual(
      [writer.header, writer.line(detection), writer.line(bearish)],
      [
        "TIME (UTC)        SYMBOL  PATTERN                DIRECTION  CONF.       PRICE",
        "2025-07-23 13:30  BRK.B   FLAT_TOP_BREAKOUT      ▲ bullish   0.81      150.25",
        "2025-07-23 13:30  BRK.B   X                      ▼ bearish   0.81    0.012345"
      ]
    )
  })

  it("says in the table when later candles may still deny it", () => {
    const writer = detectionWriter("table", table)
    assert.strictEqual(writer.line({ ...detection, provisional: true }), `${writer.line(detection)}  provisional`)
  })

  it("has its direction coloured on a terminal only", () => {
    const escape = "\u001B["
    assert.include(detectionWriter("table", { ...table, colored: true }).line(detection), `${escape}32m▲ bullish`)
    assert.notInclude(detectionWriter("table", table).line(detection), escape)
  })
})

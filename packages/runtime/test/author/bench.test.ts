import { assert, describe, it } from "@effect/vitest"

import { benchText } from "../../src/author/bench/benchReport.ts"
import type { Cost } from "../../src/author/bench/CostMeter.ts"
import { painter } from "../../src/output/painter.ts"
import { mjolnir } from "../commands/mjolnirProcess.ts"
import { pluginWith, scaffoldedPackage } from "./AuthoredPlugin.ts"

const cost = (name: string, meanMicros: number): Cost => ({
  name,
  meanMicros,
  p99Micros: 2 * meanMicros,
  slowestMicros: 10 * meanMicros,
  bytes: 100,
  matches: 1,
  faults: 0
})

describe("mjolnir plugin bench", () => {
  it("measures each detector beside the classic ones", () => {
    using folder = pluginWith(`detectors: [
      detector((window) => Array.from({ length: 1_000 }, () => window.close(0)).length === 0 ? [{}] : noMatch)
    ]`)
    folder.write("candles.csv", "time,open,high,low,close\n0,1,1,1,1\n60000,1,1,1,1\n120000,1,1,1,1\n")
    const args = ["plugin", "bench", `${folder.path}/plugin.ts`, "--candles", `${folder.path}/candles.csv`]
    const { code, err, out } = mjolnir([...args, "--symbols", "200", "--json"])
    assert.deepStrictEqual([code, err], [0, ""])
    const { candles, classic, detectors, fold, symbols } = JSON.parse(out)
    assert.deepStrictEqual([symbols, candles, detectors.length, classic.length], [200, 600, 1, 7])
    const [tried] = detectors
    assert.strictEqual(tried.name, "tried@1.0.0")
    assert.isAtLeast(tried.slowestMicros, tried.p99Micros)
    assert.isAbove(tried.meanMicros, fold.meanMicros)
    // An array of a thousand numbers at each third candle.
    assert.isAbove(tried.ownBytes, 1_000 * 8 * (1 / 3))
  })

  it("refuses a plugin without detectors in one line", () => {
    using folder = scaffoldedPackage("gate")
    const { code, err } = mjolnir(["plugin", "bench", folder.path])
    assert.deepStrictEqual(
      [code, err],
      [1, "mjolnir: plugin daily-limit: it has no detector; expected a plugin that has one\n"]
    )
  })
})

describe("the table of a bench", () => {
  it("holds a detector's own cost against the budget and the classic detectors, and says what its figures mean", () => {
    const text = benchText(
      {
        plugin: "three",
        candles: 600,
        symbols: 1,
        source: "candles.csv",
        fold: cost("the fold alone", 1),
        detectors: [cost("three-up@1.0.0", 5)],
        isClassic: false,
        classic: [cost("slow@1.0.0", 4), cost("fast@1.0.0", 2)]
      },
      painter(false)
    )
    const lines = text.split("\n").map((line) => line.replaceAll(/ +/g, " "))
    assert.strictEqual(lines[0], "600 candles of 1 symbol, candles.csv")
    assert.deepStrictEqual(lines.slice(2, 7), [
      "DETECTOR CANDLES/S MEAN P99 SLOWEST BYTES BUDGET CLASSIC",
      "three-up@1.0.0 200,000 5.00 10.00 50.0 100 20.0 % × 2.0",
      "classic slow@1.0.0 250,000 4.00 8.00 40.0 100 15.0 % × 1.5",
      "classic fast@1.0.0 500,000 2.00 4.00 20.0 100 5.0 % × 0.5",
      "the fold alone 1,000,000 1.00 2.00 10.0 100 0.0 % × 0.0"
    ])
    assert.include(lines[9], "the detector, its features and the fold")
  })
})

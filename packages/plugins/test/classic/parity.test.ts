import { assert, describe, it } from "@effect/vitest"
import { type Detection, StockSymbol } from "@mjolnir/core"
import { makePipelinePlan, SymbolPipeline } from "@mjolnir/core/pipeline"
import { Result } from "effect"

import { builtInPlugins } from "../../src/index.ts"
import { type ExpectedMatch, hasGolden, readFixture, readGolden, type Recording } from "./recorded.ts"

describe("the classic detectors find what the replaced service found", () => {
  for (const name of ["c1-LOOP", "c3-PHIO", "c5-LYEL", "c6-NAMM"]) {
    it(`in the excerpt ${name}`, () => assertSame(readFixture(name)))
  }

  for (const name of ["c1-walk-lowvol", "c3-flags", "c5-doubletops", "c6-gaps"]) {
    const reason = hasGolden() ? "" : " (skipped: there is no ../shared/golden/mjolnir)"
    it.skipIf(!hasGolden())(`in the whole stream ${name}${reason}`, () => assertSame(readGolden(name)))
  }

  it("and never report a match twice", () => {
    for (const name of ["c1-LOOP", "c3-PHIO", "c5-LYEL", "c6-NAMM"]) {
      const ids = detect(readFixture(name)).map(({ detection }) => detection.id)
      assert.strictEqual(new Set(ids).size, ids.length)
    }
  })
})

interface Found {
  /** Place in the recording of the candle that completed the match. */
  readonly candle: number
  readonly detection: Detection
}

const assertSame = (recording: Recording): void => {
  // The replaced service had no rules for double bottoms.
  const found = detect(recording).filter(({ detection }) => detection.pattern !== "DOUBLE_BOTTOM")
  assert.deepStrictEqual(found.map(asExpected).sort(byPlace), [...recording.matches].sort(byPlace))

  const metadata = new Map(found.map(({ detection }) => [keyOf(detection), Object.entries(detection.metadata)]))
  for (const published of recording.metadata) {
    const own = metadata
      .get(keyOf(published))
      ?.filter(([key]) => key !== "candles_involved" && key !== "raw_confidence")
    assert.deepStrictEqual(own, Object.entries(published.metadata), keyOf(published))
  }
}

/** Runs all classic detectors without gates over the candles, one pipeline per symbol. */
const detect = (recording: Recording): Array<Found> => {
  const plan = Result.getOrThrow(
    makePipelinePlan(
      builtInPlugins.filter(({ name }) => name === "classic").flatMap(({ detectors }) => detectors),
      { minimumConfidence: 0, cooldownMillis: 0, lookback: 20 }
    )
  )
  const pipelines = new Map<string, SymbolPipeline>()
  return recording.candles.flatMap(({ candle, symbol }, index) => {
    const pipeline = pipelines.get(symbol) ?? new SymbolPipeline(StockSymbol.make(symbol), plan)
    pipelines.set(symbol, pipeline)
    const { decisions, faults } = pipeline.onCandle(candle)
    assert.deepStrictEqual(faults, [])
    return decisions.map(({ detection }) => ({ candle: index, detection }))
  })
}

const asExpected = ({ candle, detection }: Found): ExpectedMatch => ({
  candle,
  symbol: detection.symbol,
  pattern: detection.pattern,
  confidence: Number(detection.metadata["raw_confidence"] ?? detection.confidence),
  time: detection.time,
  price: detection.triggerPrice,
  first: Number(detection.anchors[0]),
  candles: Number(detection.metadata["candles_involved"])
})

const keyOf = ({ pattern, symbol, time }: Pick<ExpectedMatch, "symbol" | "pattern" | "time">): string =>
  `${symbol} ${pattern} ${time}`

const byPlace = (one: ExpectedMatch, other: ExpectedMatch): number =>
  one.candle - other.candle || one.pattern.localeCompare(other.pattern)

import { existsSync } from "node:fs"
import { fileURLToPath } from "node:url"

import { assert, describe, it } from "@effect/vitest"

import { mjolnir, runFile } from "./mjolnirProcess.ts"

const marketData = fileURLToPath(new URL("../../../../../shared/market-data/", import.meta.url))
const hasMarketData = existsSync(marketData)
const reason = hasMarketData ? "" : " (skipped: there is no ../shared/market-data)"
const everything = ["--min-confidence", "0", "--cooldown", "0"]

describe("replay of real trades finds, byte for byte, what detect finds in independently made candles", () => {
  for (const [symbol, name] of [
    ["GC", "gc-201312-ticks-lean-20131007-20131009"],
    ["IBM", "ibm-ticks-lean-20131007-20131011"],
    ["AIG", "aig-ticks-lean-20131007-20131011"],
    ["BAC", "bac-ticks-lean-20131007-20131011"]
  ] as const) {
    it.skipIf(!hasMarketData)(`${symbol}${reason}`, () => {
      const trades = `${marketData}${name}.csv.gz`
      const frames = runFile("scripts/frames-from-trades.ts", [trades, "--symbol", symbol]).out
      const candles = runFile("scripts/candles-from-trades.ts", [trades]).out
      for (const flags of [[], everything]) {
        const replayed = mjolnir(["replay", "-", "--watch", symbol, ...flags], frames)
        const detected = mjolnir(["detect", "-", "--symbol", symbol, ...flags], candles)
        assert.deepStrictEqual([replayed.code, detected.code, detected.err], [0, 0, ""])
        assert.isAbove(detected.out.split("\n").length, 100)
        assert.isTrue(replayed.out === detected.out)
        assert.include(replayed.err, `total     ${frames.split("\n").length - 1}\n`)
      }
    })
  }
})

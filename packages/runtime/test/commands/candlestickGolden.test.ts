import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { gunzipSync } from "node:zlib"

import { assert, describe, it } from "@effect/vitest"
import { Detection } from "@mjolnir/core"
import { Schema } from "effect"

import { mjolnir } from "./mjolnirProcess.ts"

const shared = fileURLToPath(new URL("../../../../../shared/", import.meta.url))
const hasGolden = existsSync(`${shared}golden/talib`)
const reason = hasGolden ? "" : " (skipped: there is no ../shared/golden)"

const linesOf = (path: string): ReadonlyArray<string> => gunzipSync(readFileSync(path)).toString().trim().split("\n")

const decodeDetection = Schema.decodeUnknownSync(Schema.fromJsonString(Detection))

describe("mjolnir detect --plugin candlestick prints for every candle what TA-Lib returns", () => {
  for (const name of ["spy-1d-lean", "btcusd-1m-coinbase-lean", "talib-regtest-252"]) {
    it.skipIf(!hasGolden)(`on ${name}${reason}`, () => {
      const prices = `${shared}market-data/${name}.csv.gz`
      const indexOf = new Map(linesOf(prices).map((line, row) => [Number(line.split(",")[0]), row - 1]))
      const flags = ["--min-confidence", "0", "--cooldown", "0", "--format", "jsonl"]
      const { code, err, out } = mjolnir(["detect", prices, "--plugin", "candlestick", ...flags])
      assert.deepStrictEqual([code, err], [0, ""])
      const printed = out
        .trim()
        .split("\n")
        .map((line) => {
          const { direction, metadata, pattern, time } = decodeDetection(line)
          const value = Number(metadata["value"])
          assert.strictEqual(direction, value > 0 ? "bullish" : "bearish")
          return `${indexOf.get(time)},${pattern},${value}`
        })
      const [, ...expected] = linesOf(`${shared}golden/talib/${name}.cdl.csv.gz`)
      assert.deepStrictEqual(printed.toSorted(), expected.toSorted())
    })
  }
})

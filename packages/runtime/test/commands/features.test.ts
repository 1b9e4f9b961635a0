import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { gunzipSync } from "node:zlib"

import { assert, describe, it } from "@effect/vitest"

import { mjolnir } from "./mjolnirProcess.ts"

const shared = fileURLToPath(new URL("../../../../../shared/", import.meta.url))
const isMissing = !existsSync(`${shared}golden/indicators`)
const note = isMissing ? " (skipped: there is no ../shared/golden)" : ""

/** What of this size is nothing but rounding, where TA-Lib's value is next to zero. */
const rounding = 1e-9

describe("mjolnir features", () => {
  it.skipIf(isMissing).each([
    ["aapl-1d-lean", "1d"],
    ["spy-1m-lean-20131004-20131011", "1m"]
  ])(`prints for %s what TA-Lib gives${note}`, (series, interval) => {
    const path = `${shared}market-data/${series}.csv.gz`
    const { code, err, out } = mjolnir(["features", path, "--interval", interval, "--json"])
    assert.deepStrictEqual([code, err], [0, ""])
    const [header = "", ...expected] = gunzipSync(readFileSync(`${shared}golden/indicators/${series}.csv.gz`))
      .toString()
      .trim()
      .split("\n")
    const names = header.trim().split(",").slice(1)
    const rows = out.trim().split("\n")
    assert.strictEqual(rows.length, expected.length)
    for (const [index, row] of rows.entries()) {
      const shown = JSON.parse(row)
      const cells = (expected[index] ?? "").trim().split(",").slice(1)
      for (const [column, name] of names.entries()) {
        const cell = cells[column] ?? ""
        if (cell === "" ? shown[name] === null : isEqual(shown[name], Number(cell))) continue
        assert.fail(`candle ${index}: ${name} is ${shown[name]} instead of ${cell}`)
      }
    }
  })

  it("shows help with examples", () => {
    const { code, err, out } = mjolnir(["features", "--help"])
    assert.deepStrictEqual([code, err], [0, ""])
    assert.include(out, "mjolnir features AAPL.csv --only rsi14,macd_hist --format csv")
  })
})

const isEqual = (value: number, expected: number): boolean =>
  Math.abs(value - expected) <= Math.max(1e-9 * Math.abs(expected), rounding)

import { readFileSync, writeFileSync } from "node:fs"

import { peerTable as chartTable } from "../../../plugins/test/chart/peers/comparePeers.ts"
import { peerTable as harmonicTable } from "../../../plugins/test/harmonic/peers/comparePeers.ts"
import { hasMarketData } from "../../../plugins/test/library/marketData.ts"
import { withPart } from "../../scripts/generatedDocs.ts"

/**
 * `npm run bench:peers [-- --write]`: where the chart and harmonic plugins find what other programs find in the same
 * recorded prices, and why not where they do not. With `--write` it goes into docs/patterns.md.
 *
 * What the other programs find lies beside the repository; without it, this ends with code 1.
 */
const path = new URL("../../../../docs/patterns.md", import.meta.url)

if (hasMarketData()) {
  const tables = [
    "Daily candles of SPY and AAPL from 1998 to 2021, with the default params unless the table says otherwise.",
    "### Chart patterns",
    chartTable(),
    "### Harmonic patterns",
    harmonicTable()
  ].join("\n\n")
  console.log(tables)
  if (process.argv.includes("--write")) {
    // The formatter would align the tables, whose last column is long.
    const text = ["<!-- oxfmt-ignore-start -->", tables, "<!-- oxfmt-ignore-end -->"].join("\n\n")
    const document = withPart(readFileSync(path, "utf8"), { file: "docs/patterns.md", name: "agreement", text })
    if (document === undefined) throw new Error('docs/patterns.md has no place for "agreement"')
    writeFileSync(path, document)
  }
} else {
  console.error("There is nothing to compare with: no ../shared/market-data and ../shared/golden/chart")
  process.exitCode = 1
}

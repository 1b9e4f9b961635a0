import { chartPeerTable } from "../../../plugins/test/chart/peers/compareChartPeers.ts"
import { harmonicPeerTable } from "../../../plugins/test/harmonic/peers/compareHarmonicPeers.ts"
import { hasPeerFindings } from "../../../plugins/test/recorded/peerFindings.ts"
import { asItIs } from "../../scripts/GeneratedPart.ts"
import { writeDocsPart } from "../../scripts/writeDocsPart.ts"

/**
 * `npm run bench:peers [-- --write]`: where the chart and harmonic plugins find what other programs find in the same
 * recorded prices, and why not where they do not. With `--write` it goes into docs/patterns.md.
 *
 * What the other programs find lies beside the repository; without it, this ends with code 1.
 */
if (hasPeerFindings()) {
  const tables = [
    "Daily candles of SPY and AAPL from 1998 to 2021, with the default params unless the table says otherwise.",
    "### Chart patterns",
    chartPeerTable(),
    "### Harmonic patterns",
    harmonicPeerTable()
  ].join("\n\n")
  console.log(tables)
  // The formatter would align the tables, whose last column is long.
  if (process.argv.includes("--write")) {
    writeDocsPart({ file: "docs/patterns.md", name: "agreement", text: asItIs(tables) })
  }
} else {
  console.error("There is nothing to compare with: no ../shared/market-data and ../shared/golden/chart")
  process.exitCode = 1
}

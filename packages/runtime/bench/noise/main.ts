import { builtInPlugins } from "@mjolnir/plugins"

import { writeDocsPart } from "../../scripts/writeDocsPart.ts"
import { noiseColumns } from "./noiseColumns.ts"
import { noiseRows } from "./noiseRows.ts"
import { noiseLines, noiseMarkdown } from "./noiseTables.ts"

/**
 * `npm run bench:noise [-- --write]`: how often each detector finds something where there is nothing, on driftless random
 * walks, beside how often it does on recorded prices. With `--write` the table goes into docs/patterns.md.
 *
 * Ends with code 1 when a detector of the chart or harmonic plugin finds five or more per 1,000 candles of noise.
 */
const columns = await noiseColumns()
const rows = noiseRows(builtInPlugins, columns)

console.log("Detections per 1,000 candles; in brackets, how many candles there were\n")
for (const line of noiseLines(columns, rows)) console.log(line)
if (process.argv.includes("--write")) {
  writeDocsPart({ file: "docs/patterns.md", name: "noise", text: noiseMarkdown(columns, rows) })
}

for (const { detector, isWhole, plugin, rates } of rows) {
  const [inNoise = 0] = rates
  if (!isWhole || !["chart", "harmonic"].includes(plugin) || inNoise < 5) continue
  console.error(`${detector}: ${inNoise.toFixed(2)} per 1,000 candles of noise`)
  process.exitCode = 1
}

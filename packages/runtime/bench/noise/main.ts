import { readFileSync, writeFileSync } from "node:fs"

import type { Detector } from "@mjolnir/core"
import { builtInPlugins } from "@mjolnir/plugins"

import { withPart } from "../../scripts/generatedDocs.ts"
import { markdownTable } from "../../scripts/markdownTable.ts"
import { alignedTable } from "../../src/listing/alignedTable.ts"
import { minuteWalk } from "../minuteWalk.ts"
import { countDetections, type DetectionCounts, type Stretch } from "./detectionCounts.ts"
import { recordedStretches } from "./recordedStretches.ts"

/**
 * `npm run bench:noise [-- --write]`: how often each detector finds something where there is nothing, on driftless random
 * walks, beside how often it does on recorded prices. With `--write` the table goes into docs/patterns.md.
 *
 * Ends with code 1 when a detector of the chart or harmonic plugin finds five or more per 1,000 candles of noise.
 */
const walks = 20
const candlesPerWalk = 10_000
const bound = 5
const bounded = new Set(["chart", "harmonic"])

const noise = Array.from({ length: walks }, (_, seed): Stretch => ({
  interval: "1m",
  candles: minuteWalk(candlesPerWalk, seed + 1)
}))
const minutes = await recordedStretches("1m")
const days = await recordedStretches("1d")

interface Column {
  readonly heading: string
  readonly stretches: ReadonlyArray<Stretch>
  readonly candles: number
}

const columnOf = (heading: string, stretches: ReadonlyArray<Stretch>): Column => ({
  heading,
  stretches,
  candles: stretches.reduce((sum, { candles }) => sum + candles.length, 0)
})

const columns = [
  columnOf("random walk", noise),
  columnOf("recorded minutes", minutes),
  columnOf("recorded days", days)
].filter(({ candles }) => candles > 0)

const perThousand = (count: number, { candles }: Column): number => (count / candles) * 1_000

const sum = (counts: ReadonlyMap<string, number> | undefined): number =>
  [...(counts?.values() ?? [])].reduce((total, count) => total + count, 0)

/** The detector's rates in all, then those of its patterns when it has several. */
const rowsOf = (plugin: string, detector: Detector, counts: ReadonlyArray<DetectionCounts>) => {
  const rates = (countOf: (counts: ReadonlyMap<string, number> | undefined) => number) =>
    columns.map((column, index) => perThousand(countOf(counts[index]?.get(detector.name)), column).toFixed(2))
  const whole = { plugin, detector: detector.name, pattern: "", rates: rates(sum) }
  const each = detector.emits.map((pattern) => ({
    plugin,
    detector: detector.name,
    pattern,
    rates: rates((found) => found?.get(pattern) ?? 0)
  }))
  return detector.emits.length === 1 ? each : [whole, ...each]
}

const plugins = builtInPlugins.filter(({ detectors }) => detectors.length > 0)
const rows = plugins.flatMap(({ detectors, name }) => {
  const counts = columns.map(({ stretches }) => countDetections(detectors, stretches))
  return detectors.flatMap((detector) => rowsOf(name, detector, counts))
})

const headings = columns.map(({ candles, heading }) => `${heading} (${candles.toLocaleString("en")})`)
console.log("Detections per 1,000 candles; in brackets, how many candles there were\n")
const lines = alignedTable(
  [
    ...["PLUGIN", "DETECTOR", "PATTERN"].map((heading) => ({ heading, side: "left" as const })),
    ...headings.map((heading) => ({ heading, side: "right" as const }))
  ],
  rows.map(({ detector, pattern, plugin, rates }) => [plugin, detector, pattern, ...rates])
)
for (const line of lines) console.log(line)

if (process.argv.includes("--write")) {
  const text = markdownTable(
    ["Detector", "Pattern", ...headings],
    rows.map(({ detector, pattern, rates }) => [detector, pattern === "" ? "all" : `\`${pattern}\``, ...rates])
  )
  const path = new URL("../../../../docs/patterns.md", import.meta.url)
  const document = withPart(readFileSync(path, "utf8"), { file: "docs/patterns.md", name: "noise", text })
  if (document === undefined) throw new Error('docs/patterns.md has no place for "noise"')
  writeFileSync(path, document)
}

const loud = rows.filter(
  ({ detector, pattern, plugin, rates }, index) =>
    bounded.has(plugin) && (pattern === "" || rows[index - 1]?.detector !== detector) && Number(rates[0]) >= bound
)
for (const { detector, rates } of loud) console.error(`${detector}: ${rates[0]} per 1,000 candles of noise`)
if (loud.length > 0) process.exitCode = 1

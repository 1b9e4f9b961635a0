import { alignedTable } from "../../src/listing/alignedTable.ts"
import { alone, ownPlugins, peers } from "./contenders.ts"
import { measureIdleBytes } from "./idleBytes.ts"
import { ratesInTurns } from "./ratesInTurns.ts"

/** `npm run bench:patterns [-- --json]`: how fast the pattern library is, beside what else npm has, in one run. */
const rates = ratesInTurns([...peers, alone, ...ownPlugins], 5)
const rateOf = (contender: typeof alone): number => rates.get(contender)?.candlesPerSecond ?? Number.NaN
const timesFaster = rateOf(alone) / Math.max(...peers.map(rateOf))
const idle = await measureIdleBytes()

if (process.argv.includes("--json")) {
  const candlesPerSecond = [...rates].map(([{ name }, rate]) => [name, Math.round(rate.candlesPerSecond)])
  console.log(
    JSON.stringify({
      candlesPerSecond: Object.fromEntries(candlesPerSecond),
      timesFasterThanBestPeer: timesFaster,
      bytesPerIdleCandle: idle
    })
  )
} else {
  const lines = alignedTable(
    [
      { heading: "one core, one candle after the other", side: "left" },
      ...["patterns", "candles/s", "found/candle"].map((heading) => ({ heading, side: "right" as const }))
    ],
    [...rates].map(([{ name, patterns }, { candlesPerSecond, patternsPerCandle }]) => [
      name,
      String(patterns),
      Math.round(candlesPerSecond).toLocaleString("en"),
      patternsPerCandle.toFixed(2)
    ])
  )
  for (const line of lines) console.log(line)
  console.log(`\nThe candlestick detector is ${timesFaster.toFixed(0)} times as fast as the best package.`)
  console.log("\nHeap bytes per candle while nothing matches, with features and guards")
  for (const [name, bytes] of Object.entries(idle)) console.log(`  ${name.padEnd(44)}${bytes.toFixed(2).padStart(9)}`)
}

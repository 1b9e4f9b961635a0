/**
 * Prints the minutes of a CSV file of trades as a CSV file of candles:
 *
 *     node packages/runtime/scripts/candles-from-trades.ts trades.csv.gz > candles.csv
 *
 * An oracle for `mjolnir candles`: it groups by minute and shares no code with Mjolnir.
 */
import { readTrades } from "./trades.ts"

const [file] = process.argv.slice(2)
if (file === undefined) {
  console.error("usage: candles-from-trades.ts FILE")
  process.exit(1)
}

const minutes = Map.groupBy(readTrades(file), ({ time }) => Math.floor(Number(time) / 60_000))
const rows = Array.from(minutes, ([minute, trades]) => {
  const prices = trades.map(({ price }) => Number(price))
  const volume = trades.reduce((sum, { size }) => sum + Number(size), 0)
  const high = prices.reduce((one, other) => Math.max(one, other))
  const low = prices.reduce((one, other) => Math.min(one, other))
  return [minute * 60_000, prices[0], high, low, prices.at(-1), volume].join(",")
})
process.stdout.write(["time,open,high,low,close,volume", ...rows, ""].join("\n"))

/**
 * Prints the trades of a CSV file as raw frames, one flat tick per line:
 *
 *     node packages/runtime/scripts/frames-from-trades.ts trades.csv.gz --symbol GC > frames.jsonl
 */
import { Readable } from "node:stream"
import { pipeline } from "node:stream/promises"
import { parseArgs } from "node:util"

import { readTrades } from "./trades.ts"

const { positionals, values } = parseArgs({ allowPositionals: true, options: { symbol: { type: "string" } } })
const [file] = positionals
if (file === undefined || values.symbol === undefined) {
  console.error("usage: frames-from-trades.ts FILE --symbol S")
  process.exit(1)
}

await pipeline(Readable.from(frames(file, JSON.stringify(values.symbol))), process.stdout)

/** Many frames at a time, since a write per line would take most of the time. */
function* frames(path: string, ticker: string): Generator<string> {
  let text = ""
  for (const { price, size, time } of readTrades(path)) {
    text += `{"ticker":${ticker},"timestamp":${time},"price":${price},"volume":${size}}\n`
    if (text.length > 65_536) {
      yield text
      text = ""
    }
  }
  yield text
}

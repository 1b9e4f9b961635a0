import { readFileSync } from "node:fs"
import { gunzipSync } from "node:zlib"

/** A trade of a CSV file with the header `time,price,size,…`, its figures as they are written there. */
export interface Trade {
  /** Epoch milliseconds. */
  readonly time: string
  readonly price: string
  readonly size: string
}

/** The trades of a CSV file, plain or `.gz`, in their order. */
export function* readTrades(path: string): Generator<Trade> {
  const bytes = readFileSync(path)
  const [header = "", ...lines] = (path.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString().split(/\r?\n/)
  const names = header.split(",")
  const [timeAt, priceAt, sizeAt] = ["time", "price", "size"].map((name) => {
    const at = names.indexOf(name)
    if (at < 0) throw new Error(`${path}:1: no column ${name}; expected the header time,price,size,…`)
    return at
  })
  for (const line of lines) {
    if (line === "") continue
    const cells = line.split(",")
    yield { time: cells[timeAt ?? 0] ?? "", price: cells[priceAt ?? 1] ?? "", size: cells[sizeAt ?? 2] ?? "" }
  }
}

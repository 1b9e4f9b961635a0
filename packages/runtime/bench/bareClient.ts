import { WebSocket } from "ws"

import { reportRate } from "./reportRate.ts"

/** A process that receives ticks and counts them, after `JSON.parse` or not: `bareClient.ts URL count|parse`. */
const [url = "", work] = process.argv.slice(2)
let messages = 0
let sum = 0

const client = new WebSocket(url, { perMessageDeflate: false, skipUTF8Validation: true })
client.on(
  "message",
  work === "parse"
    ? (data: Buffer) => {
        const tick: { readonly price: number } = JSON.parse(data.toString())
        sum += tick.price
        messages++
      }
    : () => {
        messages++
      }
)
await reportRate(
  () => messages,
  () => Number.isFinite(sum)
)

import { measureCandleRate } from "./candleRate.ts"
import { measureGuards } from "./guards.ts"
import { measureLatency } from "./latency.ts"
import { measureMemory } from "./memory.ts"
import { measureThroughput, type Throughput } from "./throughput.ts"

/** `npm run bench [-- --json]`: measures Mjolnir on this machine in one run of under two minutes. */
const asJson = process.argv.includes("--json")
const say = (line: string) => {
  if (!asJson) console.log(line)
}
const kilobytes = (bytes: number) => (bytes / 1e3).toFixed(1).padStart(5)
const thousands = (value: number) => Math.round(value).toLocaleString("en").padStart(11)

const sayThroughput = ({ framesPerWrite, bare, parse, pipeline, ratio }: Throughput) => {
  say(`\n${framesPerWrite === 1 ? "One frame per write" : `${framesPerWrite} frames per write`}`)
  say(
    `  (a) bare ws client, only counts        ${thousands(bare.messagesPerSecond)} messages/s  ${bare.microsPerMessage.toFixed(2)} µs CPU each`
  )
  say(
    `  (b) bare ws + JSON.parse               ${thousands(parse.messagesPerSecond)} messages/s  ${parse.microsPerMessage.toFixed(2)} µs`
  )
  say(
    `  (c) Mjolnir, 2,000 symbols, detectors  ${thousands(pipeline.messagesPerSecond)} messages/s  ${pipeline.microsPerMessage.toFixed(2)} µs`
  )
  say(`  c / b                                  ${ratio.toFixed(2).padStart(11)}`)
}

say("Throughput: ticks of about 75 bytes over loopback, client and server in processes of their own (about a minute)")
// The sender's system calls make these rates unsteady: more rounds.
const single = await measureThroughput(1, 5)
sayThroughput(single)
const coalesced = await measureThroughput(256, 3)
sayThroughput(coalesced)

const candlesPerSecond = measureCandleRate(5)
say(`\nCandles through the seven classic detectors and the gates, one core  ${thousands(candlesPerSecond)} candles/s`)

const guards = await measureGuards(300)
const percent = (share: number) => `${(share * 100).toFixed(1)} %`
say("\nGuards around the calls of the seven, as a share of what they take themselves")
say(`  guards ${percent(guards.guardShare)}, with every filter set ${percent(guards.guardAndFilterShare)}`)

const latencyMs = await measureLatency()
say(`\nTick to published detection at 20,000 ticks/s (${latencyMs.samples} detections)`)
say(`  p50 ${latencyMs.p50.toFixed(1)} ms, p99 ${latencyMs.p99.toFixed(1)} ms`)

const { bytesPerSymbol, idleBytes, liveBytesPerSymbol } = await measureMemory()
say("\nMemory at 10,000 symbols with full windows")
say(`  resident ${kilobytes(bytesPerSymbol)} kB a symbol above the idle process of ${(idleBytes / 1e6).toFixed(0)} MB`)
say(`  live     ${kilobytes(liveBytesPerSymbol)} kB a symbol`)

if (asJson) {
  const worst = single.ratio < coalesced.ratio ? single : coalesced
  const { bare, parse, pipeline } = worst
  console.log(
    JSON.stringify({
      ratio: worst.ratio,
      messagesPerSecond: {
        bare: bare.messagesPerSecond,
        parse: parse.messagesPerSecond,
        pipeline: pipeline.messagesPerSecond
      },
      candlesPerSecond,
      guards: { share: guards.guardShare, withFilters: guards.guardAndFilterShare },
      latencyMs: { p50: latencyMs.p50, p99: latencyMs.p99 },
      bytesPerSymbol,
      liveBytesPerSymbol,
      ratios: { onePerWrite: single.ratio, coalesced: coalesced.ratio }
    })
  )
}

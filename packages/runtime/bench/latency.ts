import { createInterface } from "node:readline"

import { start, stop } from "./childProcess.ts"

/** Milliseconds from sending the tick that closes a candle to receiving the detection. */
export interface Latency {
  readonly p50: number
  readonly p99: number
  readonly samples: number
}

/** Runs the service against a server that sends 20,000 ticks a second. */
export const measureLatency = async (): Promise<Latency> => {
  const server = start("latencyServer.ts")
  if (server.stdout === null) throw new Error("the latency server has no output")
  const lines = createInterface({ input: server.stdout })[Symbol.asyncIterator]()
  const { value: port }: IteratorResult<string> = await lines.next()
  const client = start("pipelineClient.ts", [`ws://127.0.0.1:${port}`, "for-ever"])
  const { value }: IteratorResult<string> = await lines.next()
  stop(client)
  stop(server)
  const latencies: ReadonlyArray<number> = JSON.parse(value)
  const sorted = latencies.toSorted((a, b) => a - b)
  const at = (share: number) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? Number.NaN
  return { p50: at(0.5), p99: at(0.99), samples: sorted.length }
}

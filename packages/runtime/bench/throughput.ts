import { firstLine, start, stop } from "./childProcess.ts"
import { median } from "./median.ts"
import type { Rate } from "./reportRate.ts"

/** Messages per second of each client, in the order of the rounds, by the number of frames in a write. */
export interface Throughput {
  readonly framesPerWrite: number
  readonly bare: Rate
  readonly parse: Rate
  readonly pipeline: Rate
  /** Pipeline by parse. */
  readonly ratio: number
}

/**
 * Floods the clients in turn, each in a process of its own on loopback. The ratio is the median of `rounds` rounds, in
 * each of which pipeline and parse follow each other, the one first as often as the other; the bare client, which no
 * ratio needs, runs once.
 */
export const measureThroughput = async (framesPerWrite: number, rounds: number): Promise<Throughput> => {
  const server = start("floodServer.ts", [String(framesPerWrite)])
  const url = `ws://127.0.0.1:${await firstLine(server)}`
  const measureParse = () => measure("bareClient.ts", [url, "parse"])
  const measurePipeline = () => measure("pipelineClient.ts", [url])
  const bare = await measure("bareClient.ts", [url, "count"])
  const results: Array<{ readonly parse: Rate; readonly pipeline: Rate }> = []
  for (let round = 0; round < rounds; round++) {
    if (round % 2 === 0) results.push({ parse: await measureParse(), pipeline: await measurePipeline() })
    else results.push({ pipeline: await measurePipeline(), parse: await measureParse() })
  }
  stop(server)
  return {
    framesPerWrite,
    bare,
    parse: medianRate(results.map(({ parse }) => parse)),
    pipeline: medianRate(results.map(({ pipeline }) => pipeline)),
    ratio: median(results.map(({ parse, pipeline }) => pipeline.messagesPerSecond / parse.messagesPerSecond))
  }
}

const measure = async (file: string, args: ReadonlyArray<string>): Promise<Rate> => {
  const client = start(file, args)
  const rate: Rate = JSON.parse(await firstLine(client))
  stop(client)
  return rate
}

const medianRate = (rates: ReadonlyArray<Rate>): Rate => ({
  messagesPerSecond: median(rates.map(({ messagesPerSecond }) => messagesPerSecond)),
  microsPerMessage: median(rates.map(({ microsPerMessage }) => microsPerMessage))
})

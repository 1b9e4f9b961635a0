import { firstLine, start, stop } from "./childProcess.ts"
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
 * each of which pipeline and parse follow each other; the bare client, which no ratio needs, runs once.
 */
export const measureThroughput = async (framesPerWrite: number, rounds: number): Promise<Throughput> => {
  const server = start("floodServer.ts", [String(framesPerWrite)])
  const url = `ws://127.0.0.1:${await firstLine(server)}`
  const bare = await measure("bareClient.ts", [url, "count"])
  const parses: Array<Rate> = []
  const pipelines: Array<Rate> = []
  for (let round = 0; round < rounds; round++) {
    parses.push(await measure("bareClient.ts", [url, "parse"]))
    pipelines.push(await measure("pipelineClient.ts", [url]))
  }
  stop(server)
  const ratios = pipelines.map(
    ({ messagesPerSecond }, round) => messagesPerSecond / (parses[round]?.messagesPerSecond ?? Number.NaN)
  )
  return {
    framesPerWrite,
    bare,
    parse: medianRate(parses),
    pipeline: medianRate(pipelines),
    ratio: median(ratios)
  }
}

/** The middle one of some numbers. */
export const median = (values: ReadonlyArray<number>): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

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

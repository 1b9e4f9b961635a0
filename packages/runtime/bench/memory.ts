import { firstLine, start, stop } from "./childProcess.ts"

/** What a watched symbol costs. */
export interface MemoryUse {
  readonly idleBytes: number
  /** Growth of the process above the idle one, by the number of symbols. */
  readonly bytesPerSymbol: number
  /** The same without what the collector has still to free or give back. */
  readonly liveBytesPerSymbol: number
}

/** Runs the service in a process of its own, first without symbols, then with 10,000. */
export const measureMemory = async (): Promise<MemoryUse> => {
  const client = start("memoryClient.ts", [], ["--expose-gc", "--memory-pool-timeout=1"])
  const use: MemoryUse = JSON.parse(await firstLine(client))
  stop(client)
  return use
}

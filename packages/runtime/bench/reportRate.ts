import { setTimeout as sleep } from "node:timers/promises"

/** What a client process measured. */
export interface Rate {
  readonly messagesPerSecond: number
  /** Processor time of the client's main thread per message. */
  readonly microsPerMessage: number
}

const warmUpMillis = 1_000
const measureMillis = 1_400

/** Lets the process warm up, measures how fast `count` rises, prints the rate as JSON and ends the process. */
export const reportRate = async (count: () => number, isSound: () => boolean): Promise<void> => {
  await sleep(warmUpMillis)
  const messagesBefore = count()
  const timeBefore = performance.now()
  const cpuBefore = process.threadCpuUsage()
  await sleep(measureMillis)
  const messages = count() - messagesBefore
  const seconds = (performance.now() - timeBefore) / 1_000
  const { user, system } = process.threadCpuUsage(cpuBefore)
  if (!isSound()) throw new Error("the client did not do its work")
  const rate: Rate = { messagesPerSecond: messages / seconds, microsPerMessage: (user + system) / messages }
  process.stdout.write(`${JSON.stringify(rate)}\n`, () => process.exit(0))
}

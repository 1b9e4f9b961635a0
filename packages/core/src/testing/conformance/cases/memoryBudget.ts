import { getHeapStatistics, setFlagsFromString } from "node:v8"
import { runInNewContext } from "node:vm"

import { type CaseDefinition, verdictOf } from "../CaseDefinition.ts"
import { longRun } from "../subject/longRun.ts"

export const memoryBudget: CaseDefinition = {
  id: "C15",
  title: "its memory does not grow with time",
  reason: "the service runs for weeks, and what grows with every candle ends it",
  hint: "remember a fixed number of things in state, and nothing in variables of the module",
  examine: (subject) => {
    const { candles, growthBytes } = subject.budget
    let halfway = Number.NaN
    longRun(subject, subject.detector, (index) => {
      if (index === Math.floor(candles / 2)) halfway = usedBytes()
      return true
    })
    const growth = usedBytes() - halfway
    const figures = `grew by ${inMegabytes(growth)} over the second half of ${candles} candles; may grow by ${inMegabytes(growthBytes)}`
    return verdictOf(growth > growthBytes ? figures : undefined, figures)
  }
}

/** What is in use when everything that is not has been cleared away. */
const usedBytes = (): number => {
  collectGarbage()
  const { external_memory, used_heap_size } = getHeapStatistics()
  return external_memory + used_heap_size
}

/** The collector, which a script may call only when V8 has been told so; a flag that may be set at any time. */
const collectGarbage: () => void = (() => {
  let collect: unknown
  return () => {
    if (collect === undefined) {
      setFlagsFromString("--expose-gc")
      collect = runInNewContext("gc")
      setFlagsFromString("--no-expose-gc")
    }
    if (typeof collect === "function") collect()
  }
})()

const inMegabytes = (bytes: number): string => `${(Math.max(0, bytes) / 2 ** 20).toFixed(2)} MB`

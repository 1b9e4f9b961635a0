import { Schema } from "effect"

import { firstLine, start } from "./childProcess.ts"

/** What guards and filters cost, as shares of what the detectors themselves take. */
const GuardCost = Schema.Struct({
  detectorNanos: Schema.Finite,
  guardShare: Schema.Finite,
  guardAndFilterShare: Schema.Finite
})

/** Measured in a process of its own, on the inside of the pipeline. */
export const measureGuards = async (rounds: number): Promise<typeof GuardCost.Type> => {
  const line = await firstLine(start("guardCost.ts", [String(rounds)]))
  return Schema.decodeSync(Schema.fromJsonString(GuardCost))(line)
}

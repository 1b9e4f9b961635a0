import { Schema } from "effect"

import { firstLine, start } from "../childProcess.ts"

const BytesPerCandle = Schema.Record(Schema.String, Schema.Finite)

/** Heap bytes that a candle costs each plugin while nothing matches, measured in a process that never collects. */
export const measureIdleBytes = async (): Promise<typeof BytesPerCandle.Type> => {
  const flags = ["--max-semi-space-size=1024", "--min-semi-space-size=1024", "--expose-gc"]
  const line = await firstLine(start("patterns/idleBytesClient.ts", [], flags))
  return Schema.decodeSync(Schema.fromJsonString(BytesPerCandle))(line)
}

import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { gunzipSync } from "node:zlib"

import { assert, describe, it } from "@effect/vitest"
import { type Detection, StockSymbol } from "@mjolnir/core"
import { defaultCandleSettings } from "@mjolnir/core/candles"
import { makePipelinePlan } from "@mjolnir/core/pipeline"
import { RelayedDetection, relayedDetection } from "@mjolnir/core/wire"
import classicPlugin from "@mjolnir/plugins/classic"
import { Result, Schema, Struct } from "effect"

import { FrameFile } from "../../src/offline/FrameFile.ts"
import { OfflineRun } from "../../src/offline/OfflineRun.ts"

const folder = fileURLToPath(new URL("../../../../../shared/golden/mjolnir/", import.meta.url))
const symbols = ["LOOP", "AGH", "SNAP", "PHIO", "JEM", "SMX"].map((name) => StockSymbol.make(name))

const linesOf = (name: string): ReadonlyArray<string> =>
  gunzipSync(readFileSync(`${folder}${name}`))
    .toString()
    .split("\n")
    .slice(0, -1)

const decodeSent = Schema.decodeUnknownSync(
  Schema.fromJsonString(Schema.Struct({ line: Schema.Int, message: RelayedDetection }))
)

/** Everything the pipeline finds in a recording of frames, with the settings of the replaced service but no gate. */
const detectionsIn = (name: string): ReadonlyArray<Detection> => {
  const plan = Result.getOrThrow(
    makePipelinePlan(classicPlugin.detectors, { lookback: 20, minimumConfidence: 0, cooldownMillis: 0 })
  )
  const detections: Array<Detection> = []
  const run = new OfflineRun(plan, {
    onDetection: (detection) => detections.push(detection),
    onFault: ({ problem }) => assert.fail(problem)
  })
  const frames = new FrameFile(symbols, defaultCandleSettings, run.onCandle.bind(run))
  for (const line of linesOf(name)) frames.onLine(Buffer.from(line))
  frames.closeAll()
  return detections
}

/** The data without the id, which the replaced service did not know. */
const comparable = ({ data }: RelayedDetection) => ({
  ...data,
  metadata: Struct.omit(data.metadata, ["id", "raw_confidence"])
})

const keyOf = ({ data }: RelayedDetection) => `${data.ticker} ${data.pattern} ${data.timestamp}`

describe("the messages that the replaced service published", () => {
  const isThere = existsSync(folder)
  const reason = isThere ? "" : " (skipped: there is no ../shared/golden/mjolnir)"
  it.skipIf(!isThere)(`are those that Mjolnir publishes of the same frames${reason}`, () => {
    const own = new Map(
      detectionsIn("t1-flat-ms.jsonl.gz")
        .map(relayedDetection)
        .map((each) => [keyOf(each), each])
    )
    const sent = linesOf("t1-flat-ms.sent.jsonl.gz").map((line) => decodeSent(line).message)
    assert.lengthOf(sent, 435)
    for (const message of sent) {
      const found = own.get(keyOf(message))
      assert.deepStrictEqual(found && comparable(found), comparable(message))
    }
  })
})

import { existsSync, readFileSync } from "node:fs"
import { fileURLToPath } from "node:url"
import { gunzipSync } from "node:zlib"

import { Schema } from "effect"

import { frameOutcomes } from "../../src/wire/FrameOutcome.ts"
import type { FrameOutcome } from "../../src/wire/FrameOutcome.ts"

/** A frame and what must become of it. */
export interface LabelledFrame {
  readonly outcome: FrameOutcome
  readonly text: string
}

/** A candle of the replaced service; `timestamp` is in epoch seconds. */
export const RecordedCandle = Schema.Struct({
  symbol: Schema.String,
  timestamp: Schema.Int,
  open: Schema.Finite,
  high: Schema.Finite,
  low: Schema.Finite,
  close: Schema.Finite,
  volume: Schema.Finite
})
export type RecordedCandle = typeof RecordedCandle.Type

const isOutcome = Schema.is(Schema.Literals(Object.keys(frameOutcomes)))
const Outcome = Schema.declare((value: unknown): value is FrameOutcome => isOutcome(value))
const decodeOutcome = Schema.decodeUnknownSync(Outcome)
const decodeEdgeMessage = Schema.decodeUnknownSync(
  Schema.fromJsonString(Schema.Struct({ outcome: Outcome, msg: Schema.String }))
)
const decodeCandle = Schema.decodeUnknownSync(Schema.fromJsonString(RecordedCandle))

const fixtures = new URL("../fixtures/", import.meta.url)
const golden = new URL("../../../../../shared/golden/mjolnir/", import.meta.url)

/** Empty when the full recordings lie beside the repository, else why the tests of them are skipped. */
export const goldenMissing: string = existsSync(fileURLToPath(golden))
  ? ""
  : " (skipped: there is no ../shared/golden/mjolnir)"

/** Frames are split on line feeds only and may be empty. */
const readLines = (url: URL): ReadonlyArray<string> => {
  const bytes = readFileSync(url)
  // A plain toString keeps a byte order mark.
  const text = (url.pathname.endsWith(".gz") ? gunzipSync(bytes) : bytes).toString()
  return text.split("\n").slice(0, -1)
}

/** The frames of an excerpt, one per line. */
export const readFrames = (name: string): ReadonlyArray<string> => readLines(new URL(name, fixtures))

/** The frames of an excerpt with their outcomes, separated by a tab. */
export const readLabelledFrames = (name: string): ReadonlyArray<LabelledFrame> =>
  readFrames(name).map((line) => {
    const tab = line.indexOf("\t")
    return { outcome: decodeOutcome(line.slice(0, tab)), text: line.slice(tab + 1) }
  })

/** The 96 single frames that try the edges of the protocol. */
export const readEdgeMessages = (): ReadonlyArray<{ readonly outcome: FrameOutcome; readonly msg: string }> =>
  readFrames("edge-messages.jsonl").map((line) => decodeEdgeMessage(line))

/** The candles of an excerpt. */
export const readCandles = (name: string): ReadonlyArray<RecordedCandle> =>
  readFrames(name).map((line) => decodeCandle(line))

/** All frames of a recording. */
export const readGoldenFrames = (name: string): ReadonlyArray<string> => readLines(new URL(`${name}.jsonl.gz`, golden))

/** All candles that the replaced service completed in a recording. */
export const readGoldenCandles = (name: string): ReadonlyArray<RecordedCandle> =>
  readLines(new URL(`${name}.candles.jsonl.gz`, golden)).map((line) => decodeCandle(line))

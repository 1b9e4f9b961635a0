import type { Interval } from "@mjolnir/core"
import { calendars } from "@mjolnir/core/calendar"
import { makePipelinePlan } from "@mjolnir/core/pipeline"
import { Console, Effect, Option, Schema } from "effect"

import { counted } from "../output/plural.ts"
import { Terminal } from "../output/Terminal.ts"
import { loadInline } from "../plugins/loadInline.ts"
import { faultNote } from "./faultNote.ts"
import { defaultFeaturePlugin, featureColumns, onlyColumns } from "./featureColumns.ts"
import { featureReader } from "./featureReader.ts"
import { type FeatureFormat, featureWriter } from "./featureWriter.ts"
import { OfflineRun } from "./OfflineRun.ts"
import { OutputBuffer } from "./OutputBuffer.ts"
import { type CandleFileChoice, playCandleFiles } from "./playCandleFiles.ts"

/** What the command line of `mjolnir features` says. */
export interface FeatureChoice extends CandleFileChoice {
  /** Names and paths of plugins, none for the default. */
  readonly plugin: ReadonlyArray<string>
  /** Names of the values to print, with commas between. */
  readonly only: Option.Option<string>
  readonly interval: Interval
  readonly calendar: keyof typeof calendars
  /** None for a table on a terminal and JSONL elsewhere. */
  readonly format: Option.Option<FeatureFormat>
  /** JSONL, wherever it is printed. */
  readonly json: boolean
}

/** The command line asks for two formats. */
export class TwoFormats extends Schema.TaggedError<TwoFormats>()("TwoFormats", {
  format: Schema.String
}) {
  override get message() {
    return `--json and --format ${this.format}: these are two formats; expected one of the flags`
  }
}

/** Prints what features show at every candle of some files. */
export const printFeatures = Effect.fnUntraced(function* (choice: FeatureChoice) {
  const format = yield* formatOf(choice)
  const columns = yield* columnsOf(choice)
  const output = new OutputBuffer()
  const { isColored } = yield* Terminal
  const writer = featureWriter(
    format,
    columns.map(({ name }) => name),
    { colored: isColored }
  )
  if (writer.header !== undefined) output.print(writer.header)
  const reader = featureReader(columns, (row) => output.print(writer.line(row)))
  const plan = yield* Effect.fromResult(
    makePipelinePlan([reader], { interval: choice.interval, calendar: calendars[choice.calendar] })
  )
  const run = new OfflineRun(plan, {
    onDetection: () => {},
    onFault: (fault) => output.note(faultNote(fault))
  })
  yield* playCandleFiles(choice, choice.interval, run, output, (lines) => `${lines} lines so far`)
  if (format === "table") {
    yield* Console.error(
      `${counted(columns.length, "value")} at ${counted(run.candles, "candle")} of ${counted(run.symbols, "symbol")}`
    )
  }
})

const formatOf = Effect.fnUntraced(function* ({ format, json }: FeatureChoice) {
  const { isTerminal } = yield* Terminal
  if (!json) return Option.getOrElse(format, (): FeatureFormat => (isTerminal ? "table" : "jsonl"))
  const other = Option.filter(format, (each) => each !== "jsonl")
  if (Option.isSome(other)) return yield* new TwoFormats({ format: other.value })
  return "jsonl" as const
})

const columnsOf = Effect.fnUntraced(function* ({ only, plugin }: FeatureChoice) {
  const names = plugin.length === 0 ? [defaultFeaturePlugin] : plugin
  const { loaded } = yield* loadInline(names)
  const columns = yield* Effect.fromResult(featureColumns(loaded))
  const wanted = Option.match(only, { onNone: () => [], onSome: (text) => text.split(",").map((name) => name.trim()) })
  return yield* Effect.fromResult(onlyColumns(columns, wanted))
})

import type { StockSymbol } from "@mjolnir/core"
import type { PipelinePlan } from "@mjolnir/core/pipeline"
import { Effect, Option } from "effect"

import { type DetectionFormat, detectionWriter } from "../output/detectionOutput.ts"
import { Terminal } from "../output/Terminal.ts"
import { faultNote } from "./faultNote.ts"
import { idlenessNotes } from "./offlinePlan.ts"
import { OfflineRun } from "./OfflineRun.ts"
import type { OutputBuffer } from "./OutputBuffer.ts"

/** What the flags say of the printing of detections. */
export interface PrintChoice {
  readonly plan: PipelinePlan
  /** None for a table on a terminal and JSONL elsewhere. */
  readonly format: Option.Option<DetectionFormat>
  /** The symbols that may come, as far as they are known. */
  readonly symbols: ReadonlyArray<StockSymbol>
}

/** A run that prints its detections into `output` and notes there what goes wrong. */
export const printingRun = Effect.fnUntraced(function* (choice: PrintChoice, output: OutputBuffer) {
  const { plan } = choice
  const { isColored, isTerminal } = yield* Terminal
  const format = Option.getOrElse(choice.format, (): DetectionFormat => (isTerminal ? "table" : "jsonl"))
  const writer = detectionWriter(format, {
    patterns: plan.detectors.flatMap(({ emits }) => [...emits]),
    symbols: choice.symbols,
    colored: isColored
  })
  for (const note of idlenessNotes(plan)) output.note(note)
  if (writer.header !== undefined) output.print(writer.header)
  const run = new OfflineRun(plan, {
    onDetection: (detection) => output.print(writer.line(detection)),
    onFault: (fault) => output.note(faultNote(fault))
  })
  return { run, format }
})

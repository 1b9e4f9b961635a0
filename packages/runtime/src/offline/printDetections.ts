import type { StockSymbol } from "@mjolnir/core"
import type { PipelinePlan } from "@mjolnir/core/pipeline"
import { Effect, Option, Stdio } from "effect"

import { type DetectionFormat, detectionWriter } from "./detectionOutput.ts"
import { starvationNotes } from "./offlinePlan.ts"
import { OfflineRun } from "./offlineRun.ts"
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
export const printDetections = Effect.fnUntraced(function* (choice: PrintChoice, output: OutputBuffer) {
  const { plan } = choice
  const isTerminal = yield* Stdio.Stdio.use(({ stdoutIsTerminal }) => stdoutIsTerminal)
  const format = Option.getOrElse(choice.format, (): DetectionFormat => (isTerminal ? "table" : "jsonl"))
  const writer = detectionWriter(format, {
    patterns: plan.detectors.flatMap(({ emits }) => [...emits]),
    symbols: choice.symbols,
    colored: isTerminal && process.env["NO_COLOR"] === undefined
  })
  for (const note of starvationNotes(plan)) output.note(note)
  if (writer.header !== undefined) output.print(writer.header)
  const run = new OfflineRun(plan, {
    onDetection: (detection) => output.print(writer.line(detection)),
    onFault: ({ detector, problem, symbol }) =>
      output.note(
        `detector ${detector} failed on ${symbol}: ${problem}; not reported again, and no longer called for ${symbol} after ${plan.quarantineAfter} failures in a row`
      )
  })
  return { run, format }
})

/** What a table ends with. */
export const runSummary = ({ candles, detections, symbols }: OfflineRun): string =>
  `${counted(detections, "detection")} in ${counted(candles, "candle")} of ${counted(symbols, "symbol")}`

const counted = (count: number, thing: string): string => `${count} ${thing}${count === 1 ? "" : "s"}`

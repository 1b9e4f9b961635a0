import type { Interval, StockSymbol } from "@mjolnir/core"
import { Console, Effect, Option, Stream } from "effect"

import { toStandardOutput } from "../output/standardOutput.ts"
import { foldCandleFiles } from "./foldCandleFiles.ts"
import { flushed } from "./foldLines.ts"
import type { OfflineRun } from "./OfflineRun.ts"
import type { OutputBuffer } from "./OutputBuffer.ts"
import { withProgress } from "./withProgress.ts"

/** What a command line says of files of candles. */
export interface CandleFileChoice {
  readonly file: ReadonlyArray<string>
  readonly symbol: Option.Option<StockSymbol>
}

/**
 * Plays the candles of files into a run and prints what that writes into `output`; says how far it is, `soFar` being told
 * the lines read, and at the end so if there was no candle of the symbol that was asked for.
 */
export const playCandleFiles = Effect.fnUntraced(function* (
  choice: CandleFileChoice,
  interval: Interval,
  run: OfflineRun,
  output: OutputBuffer,
  soFar: (lines: number) => string
) {
  const symbol = Option.getOrUndefined(choice.symbol)
  let lines = 0
  const played = foldCandleFiles(
    {
      files: choice.file,
      interval,
      symbol,
      onCandle: run.onCandle.bind(run),
      onLine: () => {
        lines++
      }
    },
    output
  )
  yield* Stream.concat(flushed(output), played).pipe(
    toStandardOutput,
    withProgress(() => soFar(lines))
  )
  if (symbol !== undefined && run.candles === 0 && lines > 1) {
    yield* Console.error(`mjolnir: --symbol ${symbol}: the input holds no candle of it`)
  }
})

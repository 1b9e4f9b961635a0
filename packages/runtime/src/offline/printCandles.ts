import { Console, Effect, Stream } from "effect"

import { toStandardOutput } from "../output/standardOutput.ts"
import { closedCandleLine, openCandleLine } from "./candleOutput.ts"
import { flushed, foldLines } from "./foldLines.ts"
import { candleSettings, type FrameChoice } from "./FrameChoice.ts"
import { FrameFile } from "./FrameFile.ts"
import { frameSummary } from "./frameSummary.ts"
import { OutputBuffer } from "./OutputBuffer.ts"
import { watchlistOf } from "./watchlistOf.ts"
import { withProgress } from "./withProgress.ts"

/** Prints the candles that a file of frames amounts to: completed ones as they complete, then those still open. */
export const printCandles = Effect.fnUntraced(function* (choice: FrameChoice) {
  const settings = yield* candleSettings(choice)
  const watchlist = yield* watchlistOf(choice.watch)
  const output = new OutputBuffer()
  const frames = new FrameFile(watchlist, settings, (symbol, candle) => output.print(closedCandleLine(symbol, candle)))
  const closed = foldLines<never>(choice.file, output, (line) => frames.onLine(line))
  const open = Stream.suspend(() => {
    for (const [symbol, candle] of frames.ingest.openCandles()) output.print(openCandleLine(symbol, candle))
    return flushed(output)
  })
  yield* Stream.concat(closed, open).pipe(
    toStandardOutput,
    withProgress(() => `${frames.frames} frames so far`)
  )
  yield* Console.error(frameSummary(frames.ingest.counts))
})

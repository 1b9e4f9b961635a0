import { Console, Effect, Stream } from "effect"

import { closedCandleLine, openCandleLine } from "./candleOutput.ts"
import { flushed, foldLines } from "./foldLines.ts"
import { candleSettings, type FrameChoice } from "./frameChoice.ts"
import { FrameFile } from "./frameFile.ts"
import { frameSummary } from "./frameSummary.ts"
import { OutputBuffer } from "./OutputBuffer.ts"
import { withProgress } from "./progress.ts"
import { toStandardOutput } from "./standardOutput.ts"
import { watchlistOf } from "./watchlist.ts"

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

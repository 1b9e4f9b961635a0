import { type FileSystem, type Stdio, Stream } from "effect"

import { type BadCandleFile, CandleFile, type CandleFileSettings } from "./CandleFile.ts"
import { CandleOrder } from "./CandleOrder.ts"
import { foldLines } from "./foldLines.ts"
import type { InputUnreadable } from "./inputBytes.ts"
import type { OutputBuffer } from "./OutputBuffer.ts"

/** What is told to plain code of candle files. */
export interface CandleFilesSettings extends Omit<CandleFileSettings, "order" | "onNote"> {
  /** Paths, `-` for standard input. The files continue one another. */
  readonly files: ReadonlyArray<string>
  /** Called for every line, before what it says is told. */
  readonly onLine: () => void
}

/** Feeds files of candles to plain code and streams what that writes into `output`. */
export const foldCandleFiles = (
  { files, onLine, ...settings }: CandleFilesSettings,
  output: OutputBuffer
): Stream.Stream<string, BadCandleFile | InputUnreadable, FileSystem.FileSystem | Stdio.Stdio> => {
  const shared = { ...settings, order: new CandleOrder(), onNote: output.note.bind(output) }
  return Stream.fromIterable(files).pipe(
    Stream.flatMap((path) => {
      const file = new CandleFile(path, shared)
      return foldLines<BadCandleFile>(path, output, (line) => {
        onLine()
        return file.onLine(line)
      })
    })
  )
}

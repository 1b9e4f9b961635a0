import type { Interval } from "@mjolnir/core"
import { Effect, FileSystem, Path, Schema } from "effect"

import type { PreviewData } from "../../preview/PreviewData.ts"
import { previewPage } from "../../preview/previewPage.ts"
import type { CandleSeries } from "../CandleSeries.ts"
import { chosenDetectors } from "../chosenDetectors.ts"
import { detectorSettings } from "../detectorSettings.ts"
import { loadAlone } from "../loadAlone.ts"
import { scenarioSeries } from "../scenarioSeries.ts"
import { findInSeries } from "./findInSeries.ts"
import { NothingToDraw } from "./NothingToDraw.ts"
import { pagePaths } from "./pagePaths.ts"

/** What `mjolnir plugin preview` draws. */
export interface PreviewInput {
  readonly plugin: string
  /** The one detector to draw; all when undefined. */
  readonly detector: string | undefined
  /** Path of a settings file. */
  readonly settings: string | undefined
  /** Made-up candles of `interval` when undefined. */
  readonly series: CandleSeries | undefined
  readonly interval: Interval
  /** A file for a single page or a folder; the current folder when undefined. */
  readonly out: string | undefined
}

/** A page that has been written. */
export interface DrawnPage {
  /** `name@version`. */
  readonly detector: string
  readonly interval: Interval
  readonly symbol: string
  readonly source: string
  readonly candles: number
  readonly detections: number
  readonly nearMisses: number
  /** The detector can tell near misses. */
  readonly tellsNearMisses: boolean
  readonly path: string
}

/** What came of drawing a plugin. */
export interface Drawing {
  readonly pages: ReadonlyArray<DrawnPage>
  /** What went wrong with the detectors on the way, and which of them cannot be drawn. */
  readonly notes: ReadonlyArray<string>
}

/** A page cannot be written. */
export class PageUnwritable extends Schema.TaggedError<PageUnwritable>()("PageUnwritable", {
  path: Schema.String,
  problem: Schema.String
}) {
  override get message() {
    return `${this.path} cannot be written: ${this.problem}; choose another place with --out`
  }
}

/** Runs the detectors of a plugin over candles and writes a page for each of them and for each interval it looks at. */
export const drawPlugin = Effect.fnUntraced(function* (input: PreviewInput, tell: (detector: string) => void) {
  const loaded = yield* loadAlone(input.plugin)
  const detectors = yield* Effect.fromResult(chosenDetectors(loaded, input.detector))
  const settings = yield* detectorSettings(loaded, detectors, input.settings)
  const series = input.series ?? scenarioSeries(input.interval)
  const notes: Array<string> = []
  const found: Array<Found> = []
  for (const detector of detectors) {
    tell(detector.name)
    const { data, problem, faults } = yield* Effect.fromResult(findInSeries(detector, settings, series))
    if (problem !== undefined) notes.push(`${detector.name}: ${problem}`)
    if (faults !== undefined) notes.push(`${detector.name}: ${faults}`)
    found.push(...data.map((each) => ({ data: each, tellsNearMisses: detector.can.tellNearMisses })))
  }
  if (found.length === 0) return yield* new NothingToDraw({ plugin: input.plugin, problems: notes })
  const paths = yield* pagePaths(
    found.map(({ data }) => data),
    input.out
  )
  const pages = yield* Effect.forEach(found, ({ data, tellsNearMisses }, index) =>
    writePage(data, tellsNearMisses, paths[index] ?? "")
  )
  const drawing: Drawing = { pages, notes }
  return drawing
})

interface Found {
  readonly data: PreviewData
  readonly tellsNearMisses: boolean
}

const writePage = Effect.fnUntraced(function* (data: PreviewData, tellsNearMisses: boolean, path: string) {
  const files = yield* FileSystem.FileSystem
  const { dirname } = yield* Path.Path
  yield* files.makeDirectory(dirname(path), { recursive: true }).pipe(
    Effect.andThen(files.writeFileString(path, previewPage(data))),
    Effect.mapError(({ reason }) => new PageUnwritable({ path, problem: reason.message }))
  )
  const page: DrawnPage = {
    detector: `${data.detector.name}@${data.detector.version}`,
    interval: data.interval,
    symbol: data.symbol,
    source: data.source,
    candles: data.candles.length,
    detections: data.detections.length,
    nearMisses: data.nearMisses.length,
    tellsNearMisses,
    path
  }
  return page
})

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { pathToFileURL } from "node:url"

import { parseSync } from "oxc-parser"

import { CandleMemory } from "../../../src/candlestick/CandleMemory.ts"
import { Candles } from "../../../src/candlestick/Candles.ts"
import type * as hikkake from "../../../src/candlestick/rules/hikkake.ts"
import { SeriesWindow } from "../SeriesWindow.ts"
import { changesOf, nodeIn } from "./changes.ts"
import type { ExpectedSeries } from "./mutantHunt.ts"

/** The module of the patterns with a memory, with one mistake in it. */
export interface HikkakeMutant {
  readonly mistake: string
  readonly module: HikkakeModule
}

type HikkakeModule = Pick<typeof hikkake, "candlesToConfirm" | "follow" | "hikkakes" | "noSetup">

/** The module with each mistake that is tried. */
export const hikkakeMutants = async (): Promise<ReadonlyArray<HikkakeMutant>> => {
  const source = readFileSync(url, "utf8")
  const folder = mkdtempSync(join(tmpdir(), "hikkake-mutants-"))
  try {
    return await Promise.all(
      changesOf(nodeIn(parseSync("hikkake.ts", source).program), source).map(
        async ({ from, mistake, text, to }, nth) => {
          const path = join(folder, `${nth}.ts`)
          const changed = source.slice(0, from) + text + source.slice(to)
          writeFileSync(
            path,
            changed.replaceAll(/"(\.\.\/.*)"/g, (_, file: string) => `"${new URL(file, url).href}"`)
          )
          const module: HikkakeModule = await import(/* @vite-ignore */ pathToFileURL(path).href)
          return { mistake, module }
        }
      )
    )
  } finally {
    rmSync(folder, { recursive: true })
  }
}

/** Whether the two patterns, as a module has them, are what TA-Lib returns wherever that is known. */
export const agrees = (
  { candlesToConfirm, follow, hikkakes, noSetup }: HikkakeModule,
  series: ExpectedSeries
): boolean => {
  const memory = new CandleMemory()
  const followed = Object.entries(hikkakes).map(([pattern, rule]) => {
    const first = rule.lookback - candlesToConfirm
    return { pattern, rule, first, setup: noSetup(), view: new Candles(memory, first) }
  })
  const window = new SeriesWindow(series.candles)
  return series.candles.every((_, index) => {
    memory.take(window.show(index), 0)
    return followed.every(({ first, pattern, rule, setup, view }) => {
      const value = index < first ? 0 : follow(setup, rule, view)
      const known = series.expected(index, pattern)
      return known === undefined || known === (index < rule.lookback ? 0 : value)
    })
  })
}

const url = new URL("../../../src/candlestick/rules/hikkake.ts", import.meta.url)

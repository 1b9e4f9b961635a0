import { existsSync, readdirSync } from "node:fs"
import { fileURLToPath } from "node:url"

import { layer as nodeServices } from "@effect/platform-node/NodeServices"
import type { Interval } from "@mjolnir/core"
import { Effect, Option } from "effect"

import { readCandleSeries } from "../../src/author/readCandleSeries.ts"
import type { Stretch } from "./detectionCounts.ts"

/** Where recorded candles lie, for those who have them: they may not be passed on with the product. */
const folder = new URL("../../../../../shared/market-data/", import.meta.url)

/** All recorded candles of this interval; none where there are none. */
export const recordedStretches = async (interval: Interval): Promise<ReadonlyArray<Stretch>> => {
  if (!existsSync(folder)) return []
  const files = readdirSync(folder).filter((name) => name.includes(`-${interval}-`) && name.endsWith(".csv.gz"))
  return Promise.all(files.map((name) => read(name, interval)))
}

const read = (name: string, interval: Interval): Promise<Stretch> =>
  readCandleSeries({
    candles: Option.some(fileURLToPath(new URL(name, folder))),
    symbol: Option.none(),
    interval
  }).pipe(
    Effect.map((series) => ({ interval, candles: series?.candles ?? [] })),
    Effect.provide(nodeServices),
    Effect.runPromise
  )

import { Metrics, Watchlist } from "@mjolnir/core/services"
import { Effect, Layer } from "effect"

import { layerMarketSocket } from "../src/socket/layerMarketSocket.ts"
import { asSymbols } from "./asSymbols.ts"
import { layerBenchPlatform, runBenchService } from "./benchService.ts"
import { symbolNames } from "./MarketFrames.ts"
import { reportRate } from "./reportRate.ts"

/** A process that runs the whole service on 2,000 symbols and measures its rate: `pipelineClient.ts URL [for-ever]`. */
const [url = "", forEver] = process.argv.slice(2)

const observe = Effect.gen(function* () {
  const { total } = yield* Metrics
  const sound = () => total("candles_closed_total") > 0 && total("detections_published_total") > 0
  return yield* Effect.promise(() => reportRate(() => total("messages_processed_total"), sound)).pipe(
    Effect.andThen(Effect.never)
  )
})

const platform = Layer.mergeAll(
  layerBenchPlatform(url),
  layerMarketSocket,
  Watchlist.layerOf(asSymbols(symbolNames(2_000)))
)

Effect.runFork(runBenchService(forEver === undefined ? observe : Effect.never).pipe(Effect.provide(platform)))

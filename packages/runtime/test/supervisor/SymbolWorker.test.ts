import { assert, describe, it } from "@effect/vitest"
import { StockSymbol } from "@mjolnir/core"
import { makePipelinePlan } from "@mjolnir/core/pipeline"
import { Metrics, Outbox } from "@mjolnir/core/services"
import { Effect, Layer, Result } from "effect"

import { makeStepDelivery } from "../../src/supervisor/StepDelivery.ts"
import { SymbolWorker } from "../../src/supervisor/SymbolWorker.ts"
import { candleAt } from "../support/candles.ts"
import { layerConfigOf } from "../support/config.ts"
import { everyCandle } from "../support/detectors.ts"
import { byLabel } from "../support/metrics.ts"
import { settled, start } from "../support/service.ts"

const layer = Outbox.layer.pipe(
  Layer.provideMerge(Layer.merge(Metrics.layer, layerConfigOf({ OUTBOX_CAPACITY: "1000" })))
)

const makeWorker = Effect.gen(function* () {
  const plan = Result.getOrThrow(makePipelinePlan([everyCandle], { minimumConfidence: 0, cooldownMillis: 0 }))
  const metrics = yield* Metrics
  const delivery = yield* makeStepDelivery(metrics, (yield* Outbox).offer)
  return new SymbolWorker(StockSymbol.make("AAPL"), plan, metrics, delivery)
})

describe("the worker of a symbol", () => {
  it.effect("holds an hour of candles while it cannot run; what comes beyond is dropped and counted", () =>
    Effect.gen(function* () {
      const worker = yield* makeWorker
      for (let minute = 0; minute < 63; minute++) worker.offer(candleAt(minute, 10, start))
      assert.strictEqual(worker.backlog, 60)
      assert.deepStrictEqual(byLabel(yield* Metrics, "candles_dropped_total", "reason"), { queue_full: 3 })
    }).pipe(Effect.provide(layer))
  )

  it.effect("works candles off as they come, however many come at once", () =>
    Effect.gen(function* () {
      const worker = yield* makeWorker
      yield* Effect.forkChild(worker.run)
      yield* settled
      for (let minute = 0; minute < 500; minute++) worker.offer(candleAt(minute, 10, start))
      assert.strictEqual(worker.backlog, 0)
      assert.deepStrictEqual(byLabel(yield* Metrics, "candles_dropped_total", "reason"), {})
    }).pipe(Effect.provide(layer))
  )

  it.effect("puts every candle through the pipeline, in order, and then has no backlog", () =>
    Effect.gen(function* () {
      const worker = yield* makeWorker
      const outbox = yield* Outbox
      for (let minute = 0; minute < 60; minute++) worker.offer(candleAt(minute, 10, start))
      yield* Effect.forkChild(worker.run)
      yield* settled
      assert.strictEqual(worker.backlog, 0)
      const times: Array<number> = []
      for (let index = 0; index < 60; index++) {
        yield* outbox.deliverNext(({ detection }) => Effect.sync(() => times.push((detection.time - start) / 60_000)))
      }
      assert.deepStrictEqual(
        times,
        Array.from({ length: 60 }, (_, minute) => minute)
      )
    }).pipe(Effect.provide(layer))
  )
})

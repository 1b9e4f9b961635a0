import { assert, describe, it } from "@effect/vitest"
import { Effect, Layer } from "effect"

import { AppConfig } from "../../src/services/AppConfig.ts"
import { Metrics } from "../../src/services/Metrics.ts"
import { Outbox } from "../../src/services/Outbox.ts"
import { detectionWith } from "../../src/testing/detectionWith.ts"
import { expectCounted } from "../../src/testing/expectCounted.ts"
import { layerTestConfig } from "../../src/testing/layerTestConfig.ts"

describe("layerTestConfig", () => {
  it.effect("changes what it is told to and nothing else", () =>
    Effect.gen(function* () {
      const usual = yield* Effect.provide(AppConfig, layerTestConfig())
      const changed = yield* Effect.provide(AppConfig, layerTestConfig({ detection: { lookback: 7 } }))
      assert.deepStrictEqual(changed, { ...usual, detection: { ...usual.detection, lookback: 7 } })
    })
  )

  it.effect("configures the services that read it", () =>
    Effect.gen(function* () {
      const outbox = yield* Outbox
      const metrics = yield* Metrics
      const item = {
        detection: detectionWith(),
        candle: { open: 1, high: 1, low: 1, close: 1, volume: 1 },
        closedAt: 0
      }
      for (let count = 0; count < 3; count++) outbox.offer(item)
      expectCounted(metrics, "detections_dropped_total", 1)
      assert.throws(
        () => expectCounted(metrics, "outbox_size", 3),
        "outbox_size stands at 3\n  expected: 3\n  actual:   2"
      )
    }).pipe(
      Effect.provide(
        Outbox.layer.pipe(
          Layer.provideMerge(Metrics.layer),
          Layer.provide(layerTestConfig({ operation: { outboxCapacity: 2 } }))
        )
      )
    )
  )
})

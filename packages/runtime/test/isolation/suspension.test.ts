import { assert, describe, it } from "@effect/vitest"
import { Metrics } from "@mjolnir/core/services"
import { Effect } from "effect"
import { TestClock } from "effect/testing"

import { recordedLog } from "../support/logs.ts"
import { byLabel } from "../support/metrics.ts"
import { closing, runIsolated } from "./isolated.ts"

describe("a plugin that crashes again and again", () => {
  const log = recordedLog()

  it.effect("is suspended, drops what comes meanwhile, and tries once when the pause is over", () =>
    Effect.gen(function* () {
      const { metrics, offer, plugin, until } = yield* runIsolated({
        file: new URL("fixtures/broken.ts", import.meta.url)
      })
      const crashed = (times: number) => until(`crash ${times}`, () => plugin.report.crashes === times)
      for (const times of [1, 2, 3, 4]) {
        yield* crashed(times)
        assert.strictEqual(plugin.report.state, "restarting")
        yield* TestClock.adjust("1 second")
      }
      offer(...closing([1]))
      assert.strictEqual(plugin.backlog, 1, "it waits for a thread that is on its way")
      yield* crashed(5)
      assert.deepStrictEqual([plugin.report.state, plugin.report.breaker], ["suspended", "open"])
      offer(...closing([2, 3], 1))
      assert.strictEqual(plugin.backlog, 0)
      assert.deepStrictEqual(byLabel(metrics, "candles_dropped_total", "reason"), { plugin_restart: 3 })
      yield* TestClock.adjust("29 seconds")
      assert.strictEqual(plugin.report.state, "suspended")
      yield* TestClock.adjust("1 second")
      assert.strictEqual(plugin.report.state, "restarting")
      yield* crashed(6)
      assert.strictEqual(plugin.report.state, "suspended")
      assert.match(log.lines.at(-1)?.text ?? "", /The plugin is not called for 1m/)
    }).pipe(Effect.scoped, Effect.provide([Metrics.layer, log.layer]))
  )
})

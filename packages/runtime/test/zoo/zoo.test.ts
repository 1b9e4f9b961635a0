import { readdirSync } from "node:fs"
import { join } from "node:path"
import { fileURLToPath } from "node:url"

import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"
import classicPlugin from "@mjolnir/plugins/classic"
import { Effect } from "effect"
import { TestClock } from "effect/testing"

import { badPlugins } from "../../../plugins/test/zoo/badPlugins.ts"
import type { IsolationLimits } from "../../src/isolation/isolationLimits.ts"
import { packageJson, pluginCode, PluginFolder } from "../plugins/PluginFolder.ts"
import { besideClassic } from "./besideClassic.ts"

const zoo = fileURLToPath(new URL("../../../plugins/test/zoo/plugins/", import.meta.url))
const inLoader = badPlugins.filter(({ guard }) => guard.startsWith("loader"))
const inWorker = badPlugins.filter(({ guard }) => guard.startsWith("worker"))

/** Who waits for ever is not waited for as long as the documented limits say. */
const loadingSpeeds: Readonly<Record<string, number>> = { "import-that-never-ends": 10 }
const limitsOf: Readonly<Record<string, Partial<IsolationLimits>>> = {
  "loops-on-import": { startMillis: 2_000 },
  // On a busy machine it may take long to fill the memory.
  "heap-bomb": { hangMillis: 10_000 }
}

/** As which reason the crash of a plugin is counted, and the candles that it costs. */
const crashes: Readonly<Record<string, { readonly reason: string; readonly candles: number }>> = {
  "infinite-loop": { reason: "hung", candles: 1 },
  "heap-bomb": { reason: "memory", candles: 1 },
  "exits-at-a-candle": { reason: "exit", candles: 1 },
  "exits-on-import": { reason: "exit", candles: 0 },
  "loops-on-import": { reason: "start", candles: 0 }
}

/** The classic detections in half of the market and in all of it, when no other plugin is loaded. */
const alone: { half: ReadonlyArray<string>; whole: ReadonlyArray<string> } = { half: [], whole: [] }

beforeAll(() =>
  besideClassic({}, function* ({ classic, tradeHalf, tradeRest }) {
    yield* tradeHalf
    alone.half = classic()
    yield* tradeRest
    alone.whole = classic()
  }).pipe(Effect.provide(TestClock.layer()), Effect.runPromise)
)

describe("a service with the classic plugin", () => {
  it.effect("is ready, and finds every classic pattern", () =>
    besideClassic({}, function* ({ classic, patterns, readiness, total, tradeHalf, tradeRest }) {
      yield* tradeHalf
      yield* tradeRest
      assert.deepStrictEqual(patterns(), classicPlugin.detectors.flatMap(({ emits }) => emits).sort())
      assert.deepStrictEqual(classic(), alone.whole)
      assert.isAbove(alone.whole.length, alone.half.length)
      assert.deepStrictEqual(yield* readiness, { status: "ok", plugins: "classic running" })
      assert.strictEqual(total("plugins_refused") + total("plugin_crashes_total"), 0)
    })
  )

  describe("and plugins that do no harm", () => {
    const manifest = { detectors: [{ name: "far-up", version: "1.0.0", summary: "Sees something", emits: ["SEEN"] }] }
    const folder = new PluginFolder({
      "near/package.json": packageJson("near"),
      "near/index.js": pluginCode("near", "near-up"),
      "far/package.json": packageJson("far", { isolation: "worker", parts: manifest }),
      "far/index.js": pluginCode("far", "far-up", { isolation: "worker" })
    })
    afterAll(() => folder[Symbol.dispose]())

    it.effect("is ready, finds the same, and what they find", () => {
      const plugins = ["near", "far"].map((name) => join(folder.path, name))
      return besideClassic({ plugins, limits: { hangMillis: 10_000 } }, function* (service) {
        yield* service.tradeHalf
        yield* service.tradeRest
        yield* service.until("all candles done", () => service.backlog() === 0)
        assert.deepStrictEqual(service.classic(), alone.whole)
        assert.strictEqual((yield* service.readiness).status, "ok")
        assert.strictEqual(service.total("plugins_refused") + service.total("plugin_crashes_total"), 0)
        const [, near, far] = yield* service.plugins
        assert.isAbove(near?.detections ?? 0, 500)
        assert.strictEqual(far?.detections, near?.detections)
      })
    })
  })
})

describe("a plugin of the zoo that the loader refuses", () => {
  for (const { guard, name, says } of inLoader) {
    it.effect(`${name}: ${guard}; the classic detections stay the same to the byte`, () => {
      const loaded = { plugins: [join(zoo, name)], loadingSpeed: loadingSpeeds[name] }
      return besideClassic(loaded, function* (service) {
        yield* service.tradeHalf
        yield* service.tradeRest
        assert.deepStrictEqual(service.classic(), alone.whole)
        const [classic, bad, ...others] = yield* service.plugins
        assert.lengthOf(others, 0)
        assert.deepStrictEqual([classic?.name, classic?.state, bad?.state], ["classic", "running", "refused"])
        assert.include(bad?.problem, says)
        const { plugins, status } = yield* service.readiness
        assert.strictEqual(status, "degraded")
        assert.strictEqual(plugins, `classic running; ${bad?.problem}`)
        assert.strictEqual(service.total("plugins_loaded"), 1)
        assert.strictEqual(service.byLabel("plugins_refused", "plugin")[bad?.name ?? ""], 1)
      })
    })
  }
})

describe("a plugin of the zoo that is stopped with its worker", () => {
  for (const { guard, name, says } of inWorker) {
    it.effect(`${name}: ${guard}; the classic detections stay the same to the byte`, () =>
      besideClassic({ plugins: [join(zoo, name)], limits: limitsOf[name] }, function* (service) {
        yield* service.tradeHalf
        assert.deepStrictEqual(service.classic(), alone.half, "while it hangs nobody waits for it")
        yield* service.until("the crash", () => service.total("plugin_crashes_total") > 0)
        const [, bad] = yield* service.plugins
        assert.deepStrictEqual([bad?.name, bad?.state, bad?.crashes], [name, "restarting", 1])
        assert.include(bad?.last_error?.problem, says)
        const { plugins, status } = yield* service.readiness
        assert.strictEqual(status, "degraded")
        assert.strictEqual(plugins, `classic running; ${bad?.last_error?.problem}`)
        assert.deepStrictEqual(service.byLabel("plugin_crashes_total", "plugin"), { [name]: 1 })
        assert.deepStrictEqual(service.byLabel("plugin_crashes_total", "reason"), { [crashes[name]?.reason ?? ""]: 1 })
        assert.strictEqual(service.total("candles_dropped_total"), crashes[name]?.candles)
        yield* service.tradeRest
        assert.deepStrictEqual(service.classic(), alone.whole, "while it starts again nobody waits for it")
      })
    )
  }
})

describe("the packages of the zoo", () => {
  it("are all in its list", () => {
    const folders = readdirSync(zoo, { withFileTypes: true }).filter((entry) => entry.isDirectory())
    assert.sameMembers(
      folders.map(({ name }) => name),
      badPlugins.map(({ name }) => name)
    )
    assert.lengthOf([...inLoader, ...inWorker], badPlugins.length)
  })
})

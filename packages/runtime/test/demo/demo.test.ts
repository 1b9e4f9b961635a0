import { spawn } from "node:child_process"
import { createServer } from "node:http"
import { setTimeout as sleep } from "node:timers/promises"
import { fileURLToPath } from "node:url"

import { assert, describe, it } from "@effect/vitest"

import { demoSymbols } from "../../src/demo/demoSymbols.ts"
import { pluginCode, PluginFolder } from "../plugins/PluginFolder.ts"
import { detectedIn, minutesOf } from "./detectedIn.ts"

/** Starts the real command. `ended` resolves when it has ended; `mentions` when standard error matches. */
const startDemo = (...args: ReadonlyArray<string>) => {
  const path = fileURLToPath(new URL("../../src/mjolnir.ts", import.meta.url))
  const child = spawn(process.execPath, [path, "demo", ...args], { stdio: ["ignore", "pipe", "pipe"] })
  const ended = Promise.withResolvers<number | null>()
  let out = ""
  let err = ""
  child.on("close", (code) => ended.resolve(code))
  child.stdout.on("data", (bytes) => (out += String(bytes)))
  child.stderr.on("data", (bytes) => (err += String(bytes)))
  return {
    ended: ended.promise,
    stop: () => child.kill("SIGTERM"),
    out: () => out,
    err: () => err,
    mentions: async (pattern: RegExp) => {
      for (let found = pattern.exec(err); ; found = pattern.exec(err)) {
        if (found !== null) return found[0]
        assert.isNull(child.exitCode, err)
        await sleep(20)
      }
    }
  }
}

describe("mjolnir demo", () => {
  it("prints exactly what the pure pipeline finds in the same market, and sums up", async () => {
    const demo = startDemo("--seconds", "4", "--speed", "600", "--port", "0")
    assert.strictEqual(await demo.ended, 0, demo.err())
    const symbols = demoSymbols(12)
    const { detections } = detectedIn(minutesOf(1, symbols, 40), symbols)
    const lines = demo.out().split("\n").filter(Boolean)
    assert.deepStrictEqual(lines.sort(), detections.map((detection) => JSON.stringify(detection)).sort())
    assert.match(demo.err(), /^40 min of market time in \d+\.\d s: [\d,]+ ticks, \d+ candles, \d+ detections$/m)
    const [, found, planted] = /^found (\d+) of (\d+) planted; still forming: \d+$/m.exec(demo.err()) ?? []
    assert.isAbove(Number(planted), 20)
    assert.strictEqual(found, planted)
  })

  it("runs plugins with settings beside the classic one, and goes on without a broken one", async () => {
    using folder = new PluginFolder({
      "three.ts": pluginCode("three", "three-up"),
      "broken.ts": 'throw new Error("out of order")',
      "settings.yaml": "detectors: { three-up: { params: { confidence: 0.75 } } }"
    })
    const plugins = ["classic", `${folder.path}/three.ts`, `${folder.path}/broken.ts`]
    const choice = ["--settings", `${folder.path}/settings.yaml`, ...plugins.flatMap((plugin) => ["--plugin", plugin])]
    const demo = startDemo("--seconds", "3", "--speed", "600", "--port", "0", "--symbols", "3", ...choice)
    assert.strictEqual(await demo.ended, 0, demo.err())
    const detections = demo
      .out()
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line))
    const seen = detections.filter(({ pattern }) => pattern === "SEEN")
    assert.isAbove(seen.length, 0)
    assert.deepStrictEqual(new Set(seen.map(({ confidence }) => confidence)), new Set([0.75]))
    const [, found, planted] = /^found (\d+) of (\d+) planted/m.exec(demo.err()) ?? []
    assert.isAbove(Number(planted), 0)
    assert.strictEqual(found, planted)
    assert.match(demo.err(), /Goes on without the plugin .*broken\.ts:1:7 cannot be imported: out of order/)
  })

  it("counts no planted pattern when nothing looks for it", async () => {
    using folder = new PluginFolder({ "three.ts": pluginCode("three", "three-up") })
    const plugin = `${folder.path}/three.ts`
    const demo = startDemo("--seconds", "2", "--speed", "600", "--port", "0", "--symbols", "2", "--plugin", plugin)
    assert.strictEqual(await demo.ended, 0, demo.err())
    assert.include(demo.out(), '"pattern":"SEEN"')
    assert.match(demo.err(), /^found 0 of 0 planted; still forming: 0$/m)
  })

  it("serves probes and metrics on another port when its own is taken, and ends well when it is stopped", async () => {
    const taken = createServer()
    await new Promise<void>((resolve) => taken.listen(0, "127.0.0.1", resolve))
    const address = taken.address()
    const port = typeof address === "object" && address !== null ? address.port : 0
    const demo = startDemo("--speed", "600", "--port", String(port))
    const url = await demo.mentions(/http:\/\/127\.0\.0\.1:\d+/)
    await demo.mentions(new RegExp(`port ${port} is taken`))
    let status = 503
    for (let left = 100; left > 0 && status !== 200; left--) {
      await sleep(50)
      status = (await fetch(`${url}/ready`)).status
    }
    assert.strictEqual(status, 200)
    assert.match(await (await fetch(`${url}/metrics`)).text(), /^mjolnir_stocks_monitored 12$/m)
    demo.stop()
    assert.strictEqual(await demo.ended, 0, demo.err())
    assert.match(demo.err(), /^found \d+ of \d+ planted; still forming: \d+$/m)
    taken.close()
  })
})

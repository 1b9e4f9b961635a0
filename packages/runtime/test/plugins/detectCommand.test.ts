import { assert, describe, it } from "@effect/vitest"

import { mjolnir } from "../commands/mjolnirProcess.ts"
import { packageJson, pluginCode, PluginFolder } from "./PluginFolder.ts"

const candles = "symbol,time,open,high,low,close\nA,0,1,1,1,1\nB,0,1,1,1,1\n"

/** Runs `mjolnir detect` on two candles; paths in its messages are told from the folder. */
const detectIn = (folder: PluginFolder, ...args: ReadonlyArray<string>) => {
  const { code, err, out } = mjolnir(["detect", "-", "--cooldown", "0", ...args], candles)
  const detections = out
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line))
  return {
    code,
    err: err.replaceAll(`${folder.path}/`, ""),
    found: detections.map(({ confidence, detector, symbol }) => `${detector} ${symbol} ${confidence}`)
  }
}

describe("mjolnir detect", () => {
  it("runs a plugin at a path with the params and filters of a settings file", () => {
    using folder = new PluginFolder({
      "three.ts": pluginCode("three", "three-up"),
      "settings.yaml": "detectors:\n  three-up: { params: { confidence: 0.7 }, filters: { symbols: [B] } }\n"
    })
    const plugin = `${folder.path}/three.ts`
    assert.deepStrictEqual(detectIn(folder, "--plugin", plugin).found, ["three-up@1.0.0 A 0.9", "three-up@1.0.0 B 0.9"])
    const settings = ["--settings", `${folder.path}/settings.yaml`]
    assert.deepStrictEqual(detectIn(folder, "--plugin", plugin, ...settings), {
      code: 0,
      err: "",
      found: ["three-up@1.0.0 B 0.7"]
    })
  })

  it("runs a plugin that asks for a worker where it is", () => {
    const detectors = [{ name: "three-up", version: "1.0.0", summary: "Three up", emits: ["SEEN"] }]
    using folder = new PluginFolder({
      "three/package.json": packageJson("three", { isolation: "worker", parts: { detectors } }),
      "three/index.js": pluginCode("three", "three-up", { isolation: "worker" })
    })
    assert.lengthOf(detectIn(folder, "--plugin", `${folder.path}/three`).found, 2)
  })

  it("fails with the first plugin that cannot be loaded, in one line", () => {
    using folder = new PluginFolder({ "broken.ts": 'throw new Error("out\\nof order")' })
    const { code, err, found } = detectIn(folder, "--plugin", "classic", "--plugin", `${folder.path}/broken.ts`)
    assert.deepStrictEqual([code, found], [1, []])
    assert.strictEqual(
      err,
      "mjolnir: plugin broken.ts: broken.ts:1:7 cannot be imported: out of order; correct the code that runs when it " +
        "is imported\n"
    )
  })

  it("fails with the path of a setting that does not fit, in one line", () => {
    using folder = new PluginFolder({ "settings.yaml": "detectors:\n  double-top:\n    params: { tolerance: wide }\n" })
    assert.deepStrictEqual(detectIn(folder, "--settings", `${folder.path}/settings.yaml`), {
      code: 1,
      err: "mjolnir: settings.yaml:3: detectors.double-top.params.tolerance: Expected number\n",
      found: []
    })
  })
})

import { readdir, readFile, writeFile } from "node:fs/promises"
import { join } from "node:path"

import { assert, beforeAll, describe, it } from "@effect/vitest"

import { installOutside, type Outside, packages, root, run } from "../support/packedPackages.ts"

describe("what npm run build emits and npm pack packs", { timeout: 60_000 }, () => {
  let outside: Outside
  beforeAll(async () => {
    outside = await installOutside()
    return () => outside[Symbol.asyncDispose]()
  }, 60_000)

  it("is plain JavaScript with declarations, and nothing points at the sources", async () => {
    for (const name of packages) {
      const folder = join(outside.folder, "node_modules", "@mjolnir", name)
      const manifest = await readFile(join(folder, "package.json"), "utf8")
      assert.notInclude(manifest, "./src/")
      const files = await readdir(folder, { recursive: true })
      assert.include(files, "index.js")
      assert.include(files, "index.d.ts")
      // The files of new plugins are text that nobody imports.
      const code = files.filter((file) => !file.startsWith(join("scaffold", "templates")))
      assert.isEmpty(code.filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts")))
    }
  })

  it("holds the licence and nothing that only the compiler needs", async () => {
    for (const name of packages) {
      const files = await readdir(join(outside.folder, "node_modules", "@mjolnir", name), { recursive: true })
      assert.include(files, "LICENSE")
      assert.isEmpty(files.filter((file) => file.endsWith(".tsbuildinfo") || file.endsWith(".d.ts.map")))
    }
  })

  it("runs as the mjolnir command", async () => {
    const command = join(outside.folder, "node_modules", ".bin", "mjolnir")
    const candles = join(root, "packages/plugins/test/classic/fixtures/c1-LOOP.candles.csv")
    assert.include(await run(command, ["--help"], outside.folder), "detect")
    const detections = await run(command, ["detect", candles, "--format", "jsonl"], outside.folder)
    assert.match(detections, /"pattern":"FLAT_TOP_BREAKOUT"/)
  })

  it("gives a plugin author types that find an undeclared pattern", async () => {
    await writeFile(
      join(outside.folder, "plugin.ts"),
      `import { defineDetector, noMatch } from "@mjolnir/core"
import { Schema } from "effect"
const parts = { name: "a", version: "1.0.0", summary: "b", params: Schema.Struct({}), history: 1 } as const
const match = { direction: "bullish", confidence: 1, trigger: 0, price: 1, anchors: [0], metadata: {} } as const
export const good = defineDetector({ ...parts, emits: ["SEEN"], detect: () => [{ ...match, pattern: "SEEN" }] })
// @ts-expect-error the pattern is not declared
export const bad = defineDetector({ ...parts, emits: ["SEEN"], detect: () => [{ ...match, pattern: "OTHER" }] })
export const none = noMatch
`
    )
    const flags = ["--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext"]
    await run(join(outside.folder, "node_modules", ".bin", "tsc"), [...flags, "plugin.ts"], outside.folder)
  })
})

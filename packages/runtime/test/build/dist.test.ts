import { execFile } from "node:child_process"
import { cp, mkdir, mkdtemp, readdir, readFile, rm, symlink, writeFile } from "node:fs/promises"
import { tmpdir } from "node:os"
import { join } from "node:path"
import { fileURLToPath } from "node:url"
import { promisify } from "node:util"

import { afterAll, assert, beforeAll, describe, it } from "@effect/vitest"

const run = promisify(execFile)
const packages = ["core", "plugins", "runtime"]
const root = fileURLToPath(new URL("../../../../", import.meta.url))

/** Installs the built packages beside the dependencies of the repository, somewhere else. */
const install = async (): Promise<string> => {
  const project = await mkdtemp(join(tmpdir(), "built-mjolnir-"))
  const modules = join(project, "node_modules")
  await mkdir(join(modules, "@mjolnir"), { recursive: true })
  for (const name of await readdir(join(root, "node_modules"))) {
    if (!name.startsWith(".") && name !== "@mjolnir")
      await symlink(join(root, "node_modules", name), join(modules, name))
  }
  for (const name of packages) {
    await cp(join(root, "packages", name, "dist"), join(modules, "@mjolnir", name), { recursive: true })
  }
  return project
}

describe("what npm run build emits", { timeout: 60_000 }, () => {
  let project = ""
  beforeAll(async () => {
    // From a clean state: what an earlier build left must not stand in for what this one emits.
    for (const name of packages) await rm(join(root, "packages", name, "dist"), { recursive: true, force: true })
    await run("npm", ["run", "build"], { cwd: root })
    project = await install()
  }, 60_000)
  afterAll(() => rm(project, { recursive: true, force: true }))

  it("is plain JavaScript with declarations, and nothing points at the sources", async () => {
    for (const name of packages) {
      const folder = join(project, "node_modules", "@mjolnir", name)
      const manifest = await readFile(join(folder, "package.json"), "utf8")
      assert.notInclude(manifest, "./src/")
      const files = await readdir(folder, { recursive: true })
      assert.include(files, "index.js")
      assert.include(files, "index.d.ts")
      assert.isEmpty(files.filter((file) => file.endsWith(".ts") && !file.endsWith(".d.ts")))
    }
  })

  it("runs as the mjolnir command", async () => {
    const command = join(project, "node_modules", "@mjolnir", "runtime", "mjolnir.js")
    const candles = join(root, "packages/plugins/test/classic/fixtures/c1-LOOP.candles.csv")
    const { stdout } = await run(process.execPath, [command, "detect", candles, "--format", "jsonl"])
    assert.match(stdout, /"pattern":"FLAT_TOP_BREAKOUT"/)
  })

  it("gives a plugin author types that find an undeclared pattern", async () => {
    await writeFile(
      join(project, "plugin.ts"),
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
    await run(
      "npx",
      ["--prefix", root, "tsc", "--noEmit", "--strict", "--skipLibCheck", "--module", "nodenext", "plugin.ts"],
      { cwd: project }
    )
  })
})

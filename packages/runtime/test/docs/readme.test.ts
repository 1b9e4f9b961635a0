import { mkdir, readFile, rm, writeFile } from "node:fs/promises"
import { stripTypeScriptTypes } from "node:module"

import { assert, describe, it } from "@effect/vitest"
import { type Plugin, StockSymbol } from "@mjolnir/core"
import { makePipelinePlan, SymbolPipeline } from "@mjolnir/core/pipeline"
import { Result } from "effect"

import { candleAt } from "../support/candles.ts"

const root = new URL("../../../../", import.meta.url)

/** Runs the first TypeScript of the README as a module of its own, where packages are found by name. */
const pluginOfReadme = async (): Promise<Plugin> => {
  const readme = await readFile(new URL("README.md", root), "utf8")
  const source = /```ts\n(.*?)```/s.exec(readme)?.[1] ?? ""
  const folder = new URL("node_modules/.cache/readme/", root)
  const file = new URL(`plugin-${process.pid}.mjs`, folder)
  await mkdir(folder, { recursive: true })
  await writeFile(file, stripTypeScriptTypes(source))
  try {
    const module: { readonly default: Plugin } = await import(file.href)
    return module.default
  } finally {
    await rm(file)
  }
}

describe("the detector in the README", () => {
  it("finds three rising closes", async () => {
    const { detectors } = await pluginOfReadme()
    const plan = Result.getOrThrow(makePipelinePlan(detectors))
    const pipeline = new SymbolPipeline(StockSymbol.make("AAPL"), plan)
    const found = [3, 1, 2, 4].flatMap((close, minute) => pipeline.onCandle(candleAt(minute, close)).decisions)
    assert.deepStrictEqual(
      found.map(({ _tag, detection }) => [_tag, detection.pattern, detection.time]),
      [["Publish", "THREE_UP", 180_000]]
    )
  })
})

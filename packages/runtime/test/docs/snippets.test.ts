import { afterAll, assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

import { ManifestField } from "../../src/plugins/PluginManifest.ts"
import { assertShown } from "./assertShown.ts"
import { type DocumentBlock, documentBlocks, placeOf } from "./documentBlocks.ts"
import { scriptSteps } from "./scriptSteps.ts"
import { SnippetWorkshop } from "./SnippetWorkshop.ts"

/** Documents whose scripts are run from top to bottom, as a reader does it. */
const played = [
  documentBlocks("README.md", "## A detector"),
  documentBlocks("docs/plugins/README.md"),
  documentBlocks("docs/plugins/tutorial.md")
]

/** Modules and their tests. */
const modules = documentBlocks("docs/plugins/cookbook.md").filter(isModule)

const limit = 60_000

describe("the documents for plugin authors", { timeout: limit }, async () => {
  const workshop = await SnippetWorkshop.make()
  afterAll(() => workshop[Symbol.asyncDispose]())

  describe("show code that works:", async () => {
    const urls = new Map<DocumentBlock, URL>()
    for (const block of modules) urls.set(block, await workshop.write(block))
    // Tests register themselves here; a module that cannot be imported fails the lot.
    for (const [block, { href }] of urls) {
      if (statedErrors(block).length === 0) await import(/* @vite-ignore */ href)
    }
  })

  describe("show scripts that do what they say:", () => {
    // Other processes do the work, so they begin at once, one after the other, while the tests above run in this one.
    let before: Promise<unknown> = Promise.resolve()
    for (const steps of played.map(scriptSteps)) {
      let folder: string | undefined
      for (const { files, script, shown } of steps) {
        const running = before.then(async () => {
          folder ??= workshop.folderOf(script.document)
          for (const file of files) await workshop.write(file, folder)
          const ran = await workshop.runScript(script.text, folder)
          folder = ran.folder
          return ran
        })
        before = running.catch(() => {})
        it(`${placeOf(script)} ${script.outcome}: ${script.text.split("\n", 1)[0]}`, async () => {
          const { isGood, output } = await running
          assert.strictEqual(isGood, script.outcome === "works", output)
          if (shown !== undefined) assertShown(output, shown)
        })
      }
    }
  })

  it("show code that compiles, and errors where they say so", async () => {
    const errors = await workshop.typeCheck()
    const all = [...played.flat().filter(isModule), ...modules]
    const sound = all.filter((block) => statedErrors(block).length === 0)
    assert.deepStrictEqual(
      sound.flatMap((block) => errors.get(block) ?? []),
      []
    )
    for (const block of all) {
      const told = errors.get(block)?.join("\n") ?? ""
      for (const part of statedErrors(block)) assert.include(told, part, placeOf(block))
    }
  })

  it("show a manifest that the host can read", () => {
    const manifest = documentBlocks("docs/plugins/README.md").find(({ language }) => language === "json")
    assert.strictEqual(Schema.decodeSync(PackageJson)(manifest?.text ?? "").mjolnir.name, "three-up")
  })
})

const PackageJson = Schema.fromJsonString(Schema.Struct({ mjolnir: ManifestField }))

function isModule({ language, outcome }: DocumentBlock): boolean {
  return language === "ts" && outcome === "works"
}

/** Parts of the errors that a block says of itself, in comments such as `// error TS2322: … is not assignable …`. */
const statedErrors = ({ text }: DocumentBlock): ReadonlyArray<string> =>
  Array.from(text.matchAll(/^\s*\/\/ error (TS.*)$/gm), ([, error = ""]) => error)
    .flatMap((error) => error.split("…"))
    .map((part) => part.trim())

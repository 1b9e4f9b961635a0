import { globSync, readFileSync } from "node:fs"

import { assert, describe, it } from "@effect/vitest"

import { generatedParts } from "../../scripts/generatedDocs.ts"
import { drawingFolder, generatedDrawings } from "../../scripts/generatedDrawings.ts"
import { withPart } from "../../scripts/GeneratedPart.ts"
import { root } from "./documentBlocks.ts"

describe("the documents say what the code does", () => {
  for (const part of generatedParts) {
    it(`${part.file} has the present ${part.name} (npm run docs writes it)`, () => {
      const document = readFileSync(new URL(part.file, root), "utf8")
      assert.strictEqual(document, withPart(document, part))
    })
  }

  it(`${drawingFolder} has the present drawings and nothing else (npm run docs writes them)`, () => {
    const files = globSync(`${drawingFolder}/**/*.*`, { cwd: root }).toSorted()
    assert.deepStrictEqual(files, generatedDrawings.map(({ file }) => file).toSorted())
    for (const { file, text } of generatedDrawings) {
      assert.strictEqual(readFileSync(new URL(file, root), "utf8"), text, file)
    }
  })

  it("the pictures that docs/patterns.md shows are there", () => {
    const document = readFileSync(new URL("docs/patterns.md", root), "utf8")
    const shown = Array.from(document.matchAll(/<img src="([^"]+)"/g), ([, source]) => `docs/${source}`)
    assert.isNotEmpty(shown)
    const drawn = new Set(generatedDrawings.map(({ file }) => file))
    assert.deepStrictEqual(
      shown.filter((file) => !drawn.has(file)),
      []
    )
  })
})

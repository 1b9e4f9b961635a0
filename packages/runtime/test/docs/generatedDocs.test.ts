import { readFileSync } from "node:fs"

import { assert, describe, it } from "@effect/vitest"

import { generatedParts, withPart } from "../../scripts/generatedDocs.ts"

describe("the documents say what the code does", () => {
  for (const part of generatedParts) {
    it(`${part.file} has the present ${part.name} (npm run docs writes it)`, () => {
      const document = readFileSync(new URL(`../../../../${part.file}`, import.meta.url), "utf8")
      assert.strictEqual(document, withPart(document, part))
    })
  }
})

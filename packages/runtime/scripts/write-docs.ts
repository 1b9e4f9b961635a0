import { readFile, writeFile } from "node:fs/promises"

import { generatedParts, withPart } from "./generatedDocs.ts"

/** Writes the generated parts into the documents: `npm run docs`. */
for (const part of generatedParts) {
  const path = new URL(`../../../${part.file}`, import.meta.url)
  const document = withPart(await readFile(path, "utf8"), part)
  if (document === undefined) throw new Error(`${part.file} has no place for "${part.name}"`)
  await writeFile(path, document)
  console.log(`${part.file}: ${part.name}`)
}

import { mkdir, readdir, rm, writeFile } from "node:fs/promises"

import { generatedParts } from "./generatedDocs.ts"
import { drawingFolder, generatedDrawings } from "./generatedDrawings.ts"
import { writeDocsPart } from "./writeDocsPart.ts"

/** Writes the generated parts into the documents, and the drawings beside them: `npm run docs`. */
const root = new URL("../../../", import.meta.url)

for (const part of generatedParts) {
  writeDocsPart(part)
  console.log(`${part.file}: ${part.name}`)
}

await mkdir(new URL(drawingFolder, root), { recursive: true })
for (const { file, text } of generatedDrawings) await writeFile(new URL(file, root), text)
const drawn = new Set(generatedDrawings.map(({ file }) => file))
for (const name of await readdir(new URL(drawingFolder, root))) {
  const file = `${drawingFolder}/${name}`
  // A pattern may have gone or have another name.
  if (!drawn.has(file)) await rm(new URL(file, root))
}
console.log(`${drawingFolder}: ${drawn.size} drawings`)

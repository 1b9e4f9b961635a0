import { readFileSync, writeFileSync } from "node:fs"

import { type GeneratedPart, withPart } from "./GeneratedPart.ts"

/** Writes a part into its document, between the two comments with its name. */
export const writeDocsPart = (part: GeneratedPart): void => {
  const path = new URL(part.file, root)
  const document = withPart(readFileSync(path, "utf8"), part)
  if (document === undefined) throw new Error(`${part.file} has no place for "${part.name}"`)
  writeFileSync(path, document)
}

const root = new URL("../../../", import.meta.url)

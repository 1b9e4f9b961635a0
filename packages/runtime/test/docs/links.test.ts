import { existsSync, globSync, readFileSync } from "node:fs"

import { assert, describe, it } from "@effect/vitest"

import { root } from "./documentBlocks.ts"

const documents = ["README.md", ...globSync("docs/**/*.md", { cwd: root }).toSorted()]

describe("the links of the documents", () => {
  for (const document of documents) {
    it(`lead somewhere: ${document}`, () => {
      const url = new URL(document, root)
      const broken = linksIn(readFileSync(url, "utf8")).filter((link) => !leadsSomewhere(new URL(link, url)))
      assert.deepStrictEqual(broken, [])
    })
  }
})

const linksIn = (text: string): ReadonlyArray<string> =>
  Array.from(text.replaceAll(/^```.*?^```$/gms, "").matchAll(/\]\(([^)\s]+)\)/g), ([, link = ""]) => link)

const leadsSomewhere = (url: URL): boolean => {
  if (url.protocol !== "file:") return true
  const anchor = url.hash.slice(1)
  return existsSync(url) && (anchor === "" || anchorsIn(readFileSync(url, "utf8")).has(anchor))
}

/** The anchors of headings, as GitHub makes them, and those that are written out. */
const anchorsIn = (text: string): ReadonlySet<string> => {
  const headings = Array.from(text.matchAll(/^#+ (.*)$/gm), ([, heading = ""]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N} _-]/gu, "")
      .replaceAll(" ", "-")
  )
  return new Set([...headings, ...Array.from(text.matchAll(/<a id="([^"]+)">/g), ([, id = ""]) => id)])
}

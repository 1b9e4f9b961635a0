import { readFileSync } from "node:fs"

/** A fenced block of a Markdown document. */
export interface DocumentBlock {
  /** Path of the document from the root of the repository. */
  readonly document: string
  /** Line of the document on which the text begins, 1 is the first. */
  readonly line: number
  /** `ts`, `sh`, `yaml`, `text` … */
  readonly language: string
  /**
   * What comes of running it: `not-run` or `fails` where the opening fence says so after the language, which readers do
   * not see.
   */
  readonly outcome: "works" | "fails" | "not-run"
  readonly text: string
  /** The path that a comment in the first line gives, such as `// src/three-up.ts`. */
  readonly file: string | undefined
}

/** The root of the repository. */
export const root = new URL("../../../../", import.meta.url)

/**
 * The fenced blocks of a document in their order, or those under one of its headings. Parts that are generated are left
 * out, for what they are made from is compiled already.
 */
export const documentBlocks = (document: string, heading?: string): ReadonlyArray<DocumentBlock> => {
  const blocks: Array<DocumentBlock> = []
  let open: { readonly line: number; readonly info: string; readonly lines: Array<string> } | undefined
  let isGenerated = false
  let isWanted = heading === undefined
  for (const [index, line] of readFileSync(new URL(document, root), "utf8").split("\n").entries()) {
    if (open !== undefined) {
      if (line !== "```") open.lines.push(line)
      else {
        if (isWanted && !isGenerated) blocks.push(blockOf(document, open.line, open.info, open.lines))
        open = undefined
      }
    } else if (line.startsWith("```")) open = { line: index + 2, info: line.slice("```".length), lines: [] }
    else if (line.startsWith("<!-- generated: ")) isGenerated = true
    else if (line.startsWith("<!-- end of ")) isGenerated = false
    else if (heading !== undefined && line.startsWith("## ")) isWanted = line === heading
  }
  return blocks
}

/** Where a block is, for messages. */
export const placeOf = ({ document, file, line }: DocumentBlock): string =>
  file === undefined ? `${document}:${line}` : `${document}:${line} ${file}`

const blockOf = (document: string, line: number, info: string, lines: ReadonlyArray<string>): DocumentBlock => {
  const [language = "", ...words] = info.split(" ")
  const outcome = words.includes("not-run") ? "not-run" : words.includes("fails") ? "fails" : "works"
  const [, file] = /^(?:\/\/|#) ([\w./-]+\.\w+)$/.exec(lines[0] ?? "") ?? []
  return { document, line, language, outcome, text: `${lines.join("\n")}\n`, file }
}

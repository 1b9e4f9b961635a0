import { type DocumentBlock, placeOf } from "./documentBlocks.ts"

/** What a reader does at a script of a document. */
export interface ScriptStep {
  /** What was shown since the script before, to be written first. */
  readonly files: ReadonlyArray<DocumentBlock>
  readonly script: DocumentBlock
  /** What the document says that it prints. */
  readonly shown: DocumentBlock | undefined
}

/** The scripts of a document that can be run, in their order. */
export const scriptSteps = (blocks: ReadonlyArray<DocumentBlock>): ReadonlyArray<ScriptStep> => {
  const steps: Array<ScriptStep> = []
  let files: Array<DocumentBlock> = []
  for (const [index, block] of blocks.entries()) {
    if (block.file !== undefined) files.push(block)
    if (block.language !== "sh" || block.outcome === "not-run") continue
    const next = blocks[index + 1]
    steps.push({ files, script: block, shown: next?.language === "text" ? next : undefined })
    files = []
  }
  const [left] = files
  if (left !== undefined) throw new Error(`${placeOf(left)} is used by no script`)
  return steps
}

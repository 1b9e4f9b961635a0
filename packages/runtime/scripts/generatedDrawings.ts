import { drawingFile, drawnPattern } from "../src/catalogue/drawnPattern.ts"
import { builtInCatalogue } from "./builtInCatalogue.ts"

/** A file that is made from definitions as a whole. */
export interface GeneratedFile {
  /** Path from the root of the repository. */
  readonly file: string
  readonly text: string
}

/** The folder in which nothing else is than the drawings; a path from the root of the repository. */
export const drawingFolder = "docs/patterns"

/** The drawings of all patterns of the built-in plugins. */
export const generatedDrawings: ReadonlyArray<GeneratedFile> = builtInCatalogue
  .flatMap(({ detectors }) => detectors)
  .flatMap((detector) => detector.patterns.map((pattern) => ({ detector, pattern })))
  .flatMap((each): ReadonlyArray<GeneratedFile> => {
    const text = drawnPattern(each)
    return text === undefined ? [] : [{ file: `${drawingFolder}/${drawingFile(each)}`, text }]
  })

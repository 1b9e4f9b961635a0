import { Effect, FileSystem, Path, Schema } from "effect"

import type { PatternOfDetector } from "./chosenPatterns.ts"
import { drawingFile, drawnPattern } from "./drawnPattern.ts"

/** A drawing cannot be written. */
export class DrawingUnwritable extends Schema.TaggedError<DrawingUnwritable>()("DrawingUnwritable", {
  path: Schema.String,
  problem: Schema.String
}) {
  override get message() {
    return `${this.path} cannot be written: ${this.problem}; choose another folder with --svg`
  }
}

/** Writes the drawings of patterns into a folder, which it makes when it is not there. */
export const writeDrawings = Effect.fnUntraced(function* (patterns: ReadonlyArray<PatternOfDetector>, folder: string) {
  const files = yield* FileSystem.FileSystem
  const { join } = yield* Path.Path
  const unwritable = (path: string) =>
    Effect.mapError(
      ({ reason }: { readonly reason: { readonly message: string } }) =>
        new DrawingUnwritable({ path, problem: reason.message })
    )
  yield* files.makeDirectory(folder, { recursive: true }).pipe(unwritable(folder))
  for (const pattern of patterns) {
    const drawing = drawnPattern(pattern)
    const path = join(folder, drawingFile(pattern))
    if (drawing !== undefined) yield* files.writeFileString(path, drawing).pipe(unwritable(path))
  }
})

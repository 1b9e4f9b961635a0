import { Effect, FileSystem, Path, type PlatformError, Schema } from "effect"

import type { PluginFile } from "./pluginFiles.ts"

/** There is something where a new folder should be. */
export class FolderTaken extends Schema.TaggedError<FolderTaken>()("FolderTaken", { folder: Schema.String }) {
  override get message() {
    return `${this.folder} is there already and is not empty; choose another place with --dir, or empty it first`
  }
}

/** A new folder cannot be written. Nothing is left of it. */
export class FolderUnwritable extends Schema.TaggedError<FolderUnwritable>()("FolderUnwritable", {
  folder: Schema.String,
  problem: Schema.String
}) {
  override get message() {
    return `${this.folder} cannot be written: ${this.problem}; choose another place with --dir`
  }
}

/**
 * Writes the files to a folder that is not there or is empty: all of them or, when that fails, none.
 *
 * They are written beside the folder and moved to their place at last.
 */
export const writeNewFolder = Effect.fnUntraced(
  function* (folder: string, contents: ReadonlyArray<PluginFile>) {
    const files = yield* FileSystem.FileSystem
    const path = yield* Path.Path
    const target = path.resolve(folder)
    const isThere = yield* files.exists(target)
    if (isThere && !(yield* isEmptyFolder(target))) return yield* new FolderTaken({ folder })
    const near = yield* nearestFolder(path.dirname(target))
    const stage = yield* files.makeTempDirectoryScoped({ directory: near, prefix: `.${path.basename(target)}-` })
    const whole = path.join(stage, "whole")
    for (const { path: name, text } of contents) {
      const place = path.join(whole, name)
      yield* files.makeDirectory(path.dirname(place), { recursive: true })
      yield* files.writeFileString(place, text)
    }
    if (isThere) return yield* moveInto(target, whole)
    yield* files.makeDirectory(path.dirname(target), { recursive: true })
    yield* files.rename(whole, target)
  },
  Effect.scoped,
  (effect, folder) =>
    Effect.catchTag(effect, "PlatformError", (error) =>
      Effect.fail(new FolderUnwritable({ folder, problem: problemOf(error) }))
    )
)

const isEmptyFolder = Effect.fnUntraced(function* (place: string) {
  const files = yield* FileSystem.FileSystem
  if ((yield* files.stat(place)).type !== "Directory") return false
  return (yield* files.readDirectory(place)).length === 0
})

/** The folder itself or the nearest one above it that is there: on its file system a move is a matter of names. */
const nearestFolder = Effect.fnUntraced(function* (folder: string) {
  const files = yield* FileSystem.FileSystem
  const path = yield* Path.Path
  let near = folder
  while (!(yield* files.exists(near)) && path.dirname(near) !== near) near = path.dirname(near)
  return near
})

/** Moves what is in a folder into an empty one, which stays the same: somebody may be in it. */
const moveInto = Effect.fnUntraced(function* (target: string, whole: string) {
  const files = yield* FileSystem.FileSystem
  const path = yield* Path.Path
  const names = yield* files.readDirectory(whole)
  yield* Effect.forEach(names, (name) => files.rename(path.join(whole, name), path.join(target, name))).pipe(
    Effect.onError(() =>
      Effect.forEach(names, (name) =>
        Effect.ignore(files.remove(path.join(target, name), { recursive: true, force: true }))
      )
    )
  )
})

const problemOf = ({ reason }: PlatformError.PlatformError): string =>
  reason._tag === "PermissionDenied"
    ? "permission denied"
    : reason.cause instanceof Error
      ? reason.cause.message
      : reason.message

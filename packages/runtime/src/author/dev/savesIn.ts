import { watch } from "node:fs"
import { extname } from "node:path"

import { Cause, Effect, Queue, Schema, Stream } from "effect"

/** A folder cannot be watched. */
export class FolderUnwatchable extends Schema.TaggedError<FolderUnwatchable>()("FolderUnwatchable", {
  folder: Schema.String,
  problem: Schema.String
}) {
  override get message() {
    return `${this.folder}: it cannot be watched: ${this.problem}; see that it is there, and how many files may be watched`
  }
}

/**
 * The names of code and data that are saved in a folder and those below it, for as long as the stream is read. Saves that
 * come together, as from a formatter or another branch, are told of once, by the last of them.
 */
export const savesIn = (folder: string): Stream.Stream<string, FolderUnwatchable> =>
  Stream.callback<string, FolderUnwatchable>((queue) => {
    const failed = (cause: unknown) =>
      new FolderUnwatchable({ folder, problem: cause instanceof Error ? cause.message : String(cause) })
    return Effect.acquireRelease(
      Effect.try({ try: () => watch(folder, { recursive: true, ignore: isForeign }), catch: failed }),
      (watcher) => Effect.sync(() => watcher.close())
    ).pipe(
      Effect.tap((watcher) =>
        Effect.sync(() => {
          watcher.on("change", (_event, name) => {
            if (isWatched(String(name))) Queue.offerUnsafe(queue, String(name))
          })
          watcher.on("error", (cause) => Queue.failCauseUnsafe(queue, Cause.fail(failed(cause))))
        })
      )
    )
  }).pipe(Stream.debounce("100 millis"))

/** What others have written: packages, and what editors and version control keep for themselves. */
const isForeign = (name: string): boolean => /(^|[/\\])(node_modules|\.[^/\\]+)([/\\]|$)/.test(name)

const isWatched = (name: string): boolean => !isForeign(name) && endings.has(extname(name))

const endings: ReadonlySet<string> = new Set([
  ".ts",
  ".mts",
  ".js",
  ".mjs",
  ".cjs",
  ".json",
  ".yaml",
  ".yml",
  ".csv",
  ".jsonl"
])

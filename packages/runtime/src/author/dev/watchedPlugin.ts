import { existsSync, statSync } from "node:fs"
import { dirname, join, relative, resolve } from "node:path"

import { Result, Schema } from "effect"

/** There is no folder to watch. */
export class NothingToWatch extends Schema.TaggedError<NothingToWatch>()("NothingToWatch", {
  given: Schema.String
}) {
  override get message() {
    return `plugin ${this.given}: there is no such file or folder to watch; expected a path such as . or ./three.ts`
  }
}

/** A plugin that its author works on. */
export interface WatchedPlugin {
  /** Absolute path of the folder to watch. */
  readonly folder: string
  /** What to load at each save: the path that was given, or the sources of the package that is there. */
  readonly entry: string
}

/**
 * The plugin at a path. Of a package that keeps its code in `src` the sources are loaded, not what was last built of them, so
 * that a save shows without a build.
 */
export const watchedPlugin = (given: string): Result.Result<WatchedPlugin, NothingToWatch> => {
  const path = resolve(given)
  const status = statSync(path, { throwIfNoEntry: false })
  if (status === undefined) return Result.fail(new NothingToWatch({ given }))
  if (!status.isDirectory()) return Result.succeed({ folder: dirname(path), entry: given })
  const sources = join(path, "src", "index.ts")
  const entry = existsSync(sources) ? `./${relative(process.cwd(), sources)}` : given
  return Result.succeed({ folder: path, entry })
}

import { Effect } from "effect"

import { loadPlugins, type LoadOptions } from "./loadPlugins.ts"

/**
 * Loads plugins for a command that runs all of them in its own thread; fails with the first that cannot be loaded, for
 * whoever names a plugin on a command line wants that one.
 */
export const loadInline = Effect.fnUntraced(function* (
  names: Iterable<string>,
  options: Omit<LoadOptions, "inlineOnly"> = {}
) {
  const plugins = yield* loadPlugins(names, { ...options, inlineOnly: true })
  const [first] = plugins.refused
  if (first !== undefined) return yield* first.problem
  return plugins
})

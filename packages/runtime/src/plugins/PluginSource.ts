import { statSync } from "node:fs"
import { isAbsolute, resolve } from "node:path"

import { builtInPlugins } from "@mjolnir/plugins"
import { Result, Schema } from "effect"

/** Where a plugin comes from. Plain data, so that it can be handed to a worker. */
export type PluginSource =
  | { readonly _tag: "BuiltIn"; readonly given: string; readonly name: string }
  /** An npm package, looked for in the `node_modules` of the folder `from` and of those above it. */
  | { readonly _tag: "Package"; readonly given: string; readonly name: string; readonly from: string }
  /** A file or the folder of a package, by its absolute path. */
  | { readonly _tag: "Path"; readonly given: string; readonly path: string }

/** What was given for a plugin is no name and no path. */
export class InvalidPluginSource extends Schema.TaggedError<InvalidPluginSource>()("InvalidPluginSource", {
  /** As the operator wrote it. */
  plugin: Schema.String
}) {
  override get message() {
    return (
      `plugin ${JSON.stringify(this.plugin)}: this is neither a name nor a path; expected the name of a built-in ` +
      `plugin (${builtInNames().join(", ")}), that of an npm package such as @acme/patterns, or a path such as ./mine.ts`
    )
  }
}

/**
 * Reads what `PLUGINS` or `--plugin` names: a built-in plugin, an npm package, or a path from the folder `from`. A path
 * begins with `./`, `../` or `/`, ends in `.ts`, `.js`, `.mts` or `.mjs`, or names a folder that exists.
 *
 * @example
 * parsePluginSource("classic", process.cwd())
 * parsePluginSource("@acme/patterns", process.cwd())
 * parsePluginSource("./three.ts", process.cwd())
 */
export const parsePluginSource = (given: string, from: string): Result.Result<PluginSource, InvalidPluginSource> => {
  const text = given.trim()
  if (builtInNames().includes(text)) return Result.succeed({ _tag: "BuiltIn", given: text, name: text })
  if (text !== "" && isPath(text, from)) {
    return Result.succeed({ _tag: "Path", given: text, path: resolve(from, text) })
  }
  return packageName.test(text)
    ? Result.succeed({ _tag: "Package", given: text, name: text, from })
    : Result.fail(new InvalidPluginSource({ plugin: given }))
}

/** The names of the plugins that come with Mjolnir. */
export const builtInNames = (): ReadonlyArray<string> => builtInPlugins.map(({ name }) => name)

const isPath = (text: string, from: string): boolean =>
  /^\.{1,2}([/\\]|$)|\.[cm]?[jt]s$/.test(text) ||
  isAbsolute(text) ||
  statSync(resolve(from, text), { throwIfNoEntry: false })?.isDirectory() === true

const packageName = /^(@[a-z0-9~-][a-z0-9._~-]*\/)?[a-z0-9~-][a-z0-9._~-]*$/

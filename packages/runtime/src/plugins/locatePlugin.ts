import { existsSync, realpathSync, statSync } from "node:fs"
import { findPackageJSON } from "node:module"
import { dirname, join } from "node:path"
import { pathToFileURL } from "node:url"

import { Result, Schema } from "effect"

import { nearestName } from "./nearestName.ts"
import { packageEntry } from "./packageEntry.ts"
import type { PluginManifest } from "./PluginManifest.ts"
import { builtInNames, type PluginSource } from "./PluginSource.ts"
import { type InvalidManifest, type PluginPackage, readManifest } from "./readManifest.ts"

/** A plugin that has been found and whose code has not been run. */
export interface PluginLocation {
  /** Absolute path of the file to import. */
  readonly entry: string
  /** Absolute path of its folder: that of the package, or of the single file. */
  readonly folder: string
  /** Undefined for a single file that no package.json describes. */
  readonly manifest: PluginManifest | undefined
}

/** Nothing is there under the name or path of a plugin. */
export class PluginNotFound extends Schema.TaggedError<PluginNotFound>()("PluginNotFound", {
  plugin: Schema.String,
  /** Absolute path at which, or for a package from which, it was looked for. */
  path: Schema.String,
  isPackage: Schema.Boolean
}) {
  override get message() {
    if (!this.isPackage) {
      return `plugin ${this.plugin}: there is no file or folder ${this.path}; a path is taken from the current folder`
    }
    const nearest = nearestName(this.plugin, builtInNames())
    const known = nearest === undefined ? `built in are ${builtInNames().join(", ")}` : `did you mean ${nearest}?`
    return (
      `plugin ${this.plugin}: it is not built in (${known}), and there is no such package in the node_modules of ` +
      `${this.path} or above; install it there with npm install ${this.plugin}, or give a path such as ./${this.plugin}.ts`
    )
  }
}

/** A package or folder is there, but it is not a plugin that can be imported. */
export class NotAPluginPackage extends Schema.TaggedError<NotAPluginPackage>()("NotAPluginPackage", {
  plugin: Schema.String,
  folder: Schema.String,
  lacks: Schema.Literals(["package.json", "manifest", "entry"])
}) {
  override get message() {
    return `plugin ${this.plugin}: ${this.folder} ${lacking[this.lacks]}`
  }
}

const lacking = {
  "package.json": "holds no package.json; give the path of the plugin's file, such as ./mine/index.ts, or add one",
  manifest:
    'holds a package.json without a field "mjolnir", so it does not say that it is a plugin; if it is, add ' +
    '"mjolnir": { "name": "three", "sdk": "^0.1.0" }',
  entry:
    'holds a package.json whose "exports" and "main" lead to no file; build the plugin, or let them name the file ' +
    "that exports it"
}

/** Everything that can keep a plugin from being found. */
export type LocatingProblem = PluginNotFound | NotAPluginPackage | InvalidManifest

/** Finds a plugin's code and its manifest, and runs nothing. */
export const locatePlugin = (
  source: Exclude<PluginSource, { readonly _tag: "BuiltIn" }>
): Result.Result<PluginLocation, LocatingProblem> => {
  const { given: plugin } = source
  if (source._tag === "Package") {
    const file = packageJsonOf(source.name, source.from)
    return file === undefined
      ? Result.fail(new PluginNotFound({ plugin, path: source.from, isPackage: true }))
      : locateInFolder(plugin, dirname(file))
  }
  const status = statSync(source.path, { throwIfNoEntry: false })
  if (status === undefined) return Result.fail(new PluginNotFound({ plugin, path: source.path, isPackage: false }))
  return status.isDirectory() ? locateInFolder(plugin, source.path) : locateFile(plugin, source.path)
}

const packageJsonOf = (name: string, from: string): string | undefined => {
  try {
    return findPackageJSON(name, pathToFileURL(join(from, "plugins.js")))
  } catch {
    return undefined
  }
}

const locateInFolder = (plugin: string, folder: string): Result.Result<PluginLocation, LocatingProblem> => {
  const lacks = (lacks: NotAPluginPackage["lacks"]) => Result.fail(new NotAPluginPackage({ plugin, folder, lacks }))
  const file = join(folder, "package.json")
  if (!existsSync(file)) return lacks("package.json")
  return Result.flatMap(readManifest(plugin, file), (found) => {
    if (found.manifest === undefined) return lacks("manifest")
    const entry = packageEntry(found)
    return entry === undefined ? lacks("entry") : Result.succeed({ entry, folder, manifest: found.manifest })
  })
}

const locateFile = (plugin: string, entry: string): Result.Result<PluginLocation, InvalidManifest> => {
  for (const folder of foldersAbove(entry)) {
    const file = join(folder, "package.json")
    if (!existsSync(file)) continue
    const found = readManifest(plugin, file)
    if (Result.isFailure(found)) return Result.fail(found.failure)
    const { manifest } = found.success
    // A package.json on the way that knows nothing of plugins, such as { "type": "module" }, says nothing.
    if (manifest === undefined) continue
    return Result.succeed(
      isEntryOf(found.success, entry)
        ? { entry, folder, manifest }
        : { entry, folder: dirname(entry), manifest: undefined }
    )
  }
  return Result.succeed({ entry, folder: dirname(entry), manifest: undefined })
}

const isEntryOf = (found: PluginPackage, path: string): boolean => {
  const entry = packageEntry(found)
  return entry !== undefined && realpathSync(entry) === realpathSync(path)
}

function* foldersAbove(path: string): Generator<string> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    yield folder
    if (folder === dirname(folder)) return
  }
}

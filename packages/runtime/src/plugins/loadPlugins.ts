import type { Isolation, Plugin } from "@mjolnir/core"
import { type Duration, Effect, Result } from "effect"

import type { PluginSettings } from "../config/PluginSettings.ts"
import { describeParts } from "./describeParts.ts"
import { findDuplicate } from "./findDuplicate.ts"
import { checkManifestSdk, importLimit, importLocated, importPlugin } from "./importPlugin.ts"
import type { InlinePlugin, LoadedPlugin, WorkerPlugin } from "./LoadedPlugin.ts"
import { locatePlugin, type LocatingProblem, type PluginLocation } from "./locatePlugin.ts"
import { NotReadyForWorker } from "./NotReadyForWorker.ts"
import type { PluginManifest } from "./PluginManifest.ts"
import type { PluginProblem } from "./PluginProblem.ts"
import type { PluginSet, RefusedPlugin } from "./PluginSet.ts"
import { type InvalidPluginSource, parsePluginSource, type PluginSource } from "./PluginSource.ts"

/** How plugins are loaded. */
export interface LoadOptions {
  /** The folder from which paths and packages are looked for; the current one when left out. */
  readonly from?: string
  /** What the operator decides on plugins, by name. */
  readonly settings?: PluginSettings["plugins"]
  /** Runs every plugin in this thread, whatever it and the operator say. */
  readonly inlineOnly?: boolean
  /** How long each may take for its import; {@link importLimit} when left out. */
  readonly limit?: Duration.Input
}

/**
 * Loads the plugins that `PLUGINS` or `--plugin` name, one after the other; what is named twice counts once. It never
 * fails: a plugin that cannot be loaded, or has a name that is taken, is among the refused, and the others go on.
 */
export const loadPlugins = Effect.fnUntraced(function* (names: Iterable<string>, options: LoadOptions = {}) {
  const loaded: Array<LoadedPlugin> = []
  const refused: Array<RefusedPlugin> = []
  for (const given of new Set(names)) {
    const found = findPlugin(given, options.from ?? process.cwd())
    const manifest = Result.isSuccess(found) ? found.success.location?.manifest : undefined
    const plugin: Result.Result<LoadedPlugin, PluginProblem> = Result.isSuccess(found)
      ? yield* Effect.result(loadFound(found.success, options))
      : Result.fail(found.failure)
    if (Result.isFailure(plugin)) {
      refused.push({ given, name: manifest?.name, manifest, problem: plugin.failure })
      continue
    }
    const duplicate = findDuplicate(plugin.success, loaded)
    if (duplicate === undefined) loaded.push(plugin.success)
    else refused.push({ given, name: plugin.success.name, manifest, problem: duplicate })
  }
  const set: PluginSet = { loaded, refused }
  return set
})

/** A plugin whose code has not been run; one that is built in has no place of its own. */
interface FoundPlugin {
  readonly source: PluginSource
  readonly location: PluginLocation | undefined
}

const findPlugin = (given: string, from: string): Result.Result<FoundPlugin, InvalidPluginSource | LocatingProblem> =>
  Result.flatMap(parsePluginSource(given, from), (source): Result.Result<FoundPlugin, LocatingProblem> =>
    source._tag === "BuiltIn"
      ? Result.succeed({ source, location: undefined })
      : Result.map(locatePlugin(source), (location) => ({ source, location }))
  )

const loadFound = (
  { location, source }: FoundPlugin,
  options: LoadOptions
): Effect.Effect<LoadedPlugin, PluginProblem> =>
  Effect.gen(function* () {
    if (location === undefined) return yield* loadBuiltIn(source, options)
    const { given } = source
    const { entry, folder, manifest } = location
    if (manifest !== undefined) {
      yield* Effect.fromResult(checkManifestSdk(given, manifest))
      if (isolationOf(manifest.name, options, manifest.isolation) === "worker") {
        return yield* Effect.fromResult(forWorker(source, location, manifest))
      }
    }
    const plugin = yield* importLocated(given, location, options.limit ?? importLimit)
    if (isolationOf(plugin.name, options, manifest?.isolation ?? plugin.isolation) === "worker") {
      return yield* manifest === undefined
        ? new NotReadyForWorker({ plugin: given, file: entry, lacks: "manifest" })
        : new NotReadyForWorker({ plugin: given, file: manifest.file, lacks: "isolation" })
    }
    return inline(source, plugin, manifest, folder)
  })

/** The code of a built-in plugin is a part of this one, so that it can be described before a worker imports it. */
const loadBuiltIn = Effect.fnUntraced(function* (source: PluginSource, options: LoadOptions) {
  const plugin = yield* importPlugin(source)
  const loaded = inline(source, plugin, undefined, undefined)
  if (isolationOf(plugin.name, options, plugin.isolation) === "inline") return loaded
  const { plugin: _, ...described } = loaded
  return { ...described, isolation: "worker" as const }
})

/** Where a plugin runs: the operator has the last word. */
const isolationOf = (name: string, { inlineOnly, settings }: LoadOptions, declared: Isolation = "inline"): Isolation =>
  inlineOnly === true ? "inline" : (settings?.[name]?.isolation ?? declared)

const forWorker = (
  source: PluginSource,
  { folder }: PluginLocation,
  manifest: PluginManifest
): Result.Result<WorkerPlugin, NotReadyForWorker> =>
  manifest.parts === undefined
    ? Result.fail(new NotReadyForWorker({ plugin: source.given, file: manifest.file, lacks: "parts" }))
    : Result.succeed({
        isolation: "worker",
        source,
        name: manifest.name,
        version: manifest.version,
        summary: manifest.summary ?? "",
        parts: manifest.parts,
        manifest,
        folder
      })

const inline = (
  source: PluginSource,
  plugin: Plugin,
  manifest: PluginManifest | undefined,
  folder: string | undefined
): InlinePlugin => ({
  isolation: "inline",
  source,
  name: plugin.name,
  version: plugin.version,
  summary: plugin.summary,
  parts: describeParts(plugin),
  manifest,
  folder,
  plugin
})

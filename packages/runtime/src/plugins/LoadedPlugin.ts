import type { Plugin } from "@mjolnir/core"

import type { PluginManifest, PluginParts } from "./PluginManifest.ts"
import type { PluginSource } from "./PluginSource.ts"

/** A plugin that can run: here, or in a worker that has yet to import it. */
export type LoadedPlugin = InlinePlugin | WorkerPlugin

/** What is known of every loaded plugin. */
interface LoadedPluginBase {
  readonly source: PluginSource
  readonly name: string
  readonly version: string
  readonly summary: string
  readonly parts: PluginParts
  /** Undefined for a built-in plugin and for a single file. */
  readonly manifest: PluginManifest | undefined
  /** Absolute path of the package, or of the folder of a single file; undefined for a built-in plugin. */
  readonly folder: string | undefined
}

/** A plugin whose code has been imported into this thread. */
export interface InlinePlugin extends LoadedPluginBase {
  readonly isolation: "inline"
  readonly plugin: Plugin
}

/** A plugin whose code this thread has not touched: a worker imports it from its source. */
export interface WorkerPlugin extends LoadedPluginBase {
  readonly isolation: "worker"
}

import type { LoadedPlugin } from "./LoadedPlugin.ts"
import type { PluginManifest } from "./PluginManifest.ts"
import type { PluginProblem } from "./PluginProblem.ts"

/** The plugins that were asked for: those that are there, in their order, and those that are not, with the reason. */
export interface PluginSet {
  readonly loaded: ReadonlyArray<LoadedPlugin>
  readonly refused: ReadonlyArray<RefusedPlugin>
}

/** A plugin that cannot run. */
export interface RefusedPlugin {
  /** What the operator wrote for it. */
  readonly given: string
  /** Undefined when it is not known. */
  readonly name: string | undefined
  readonly manifest: PluginManifest | undefined
  readonly problem: PluginProblem
}

import type { InvalidParams } from "@mjolnir/core"
import { Result } from "effect"

import { settableParts } from "../config/PluginSettings.ts"
import type { SettingsFile } from "../config/SettingsFile.ts"
import type { LoadedPlugin } from "./LoadedPlugin.ts"
import type { PluginSet, RefusedPlugin } from "./PluginSet.ts"
import { UnfitDefaults } from "./UnfitDefaults.ts"

/**
 * The plugins without those of which a part does not run with the defaults, though nobody has set anything: that is no
 * mistake of the operator's and no reason not to start.
 */
export const refuseUnfitDefaults = (plugins: PluginSet, { settings }: Pick<SettingsFile, "settings">): PluginSet => {
  const loaded: Array<LoadedPlugin> = []
  const refused: Array<RefusedPlugin> = [...plugins.refused]
  for (const plugin of plugins.loaded) {
    const problem = plugin.isolation === "inline" ? unfitPart(plugin.plugin, settings) : undefined
    if (problem === undefined) loaded.push(plugin)
    else {
      const { given } = plugin.source
      refused.push({
        given,
        name: plugin.name,
        manifest: plugin.manifest,
        problem: new UnfitDefaults({ plugin: given, problem: problem.message })
      })
    }
  }
  return { loaded, refused }
}

const unfitPart = (
  plugin: Readonly<Record<(typeof settableParts)[number], ReadonlyArray<Configurable>>>,
  settings: SettingsFile["settings"]
): InvalidParams | undefined => {
  for (const kind of settableParts) {
    for (const part of plugin[kind]) {
      if (settings[kind][part.name]?.params !== undefined) continue
      const configured = part.configure({})
      if (Result.isFailure(configured)) return configured.failure
    }
  }
  return undefined
}

interface Configurable {
  readonly name: string
  readonly configure: (settings: unknown) => Result.Result<unknown, InvalidParams>
}

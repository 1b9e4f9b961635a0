import { Effect } from "effect"

import type { PluginParts } from "../../plugins/PluginManifest.ts"
import { loadAlone } from "../loadAlone.ts"
import { describedParts } from "./describedParts.ts"
import { pluginMarkdown } from "./pluginMarkdown.ts"

/** What a plugin's code says of itself, and where that is to be written. */
export interface PluginDescription {
  readonly summary: string
  readonly parts: PluginParts
  readonly markdown: string
  /** Absolute path of the package.json of a plugin whose folder was given; undefined when nothing is to be written. */
  readonly packageFile: string | undefined
}

/** Loads a plugin and describes it. */
export const describePlugin = Effect.fnUntraced(function* ({ plugin: given }: { readonly plugin: string }) {
  const { manifest, plugin, source } = yield* loadAlone(given)
  const description: PluginDescription = {
    summary: plugin.summary,
    parts: describedParts(plugin),
    markdown: pluginMarkdown(plugin),
    // What is installed belongs to somebody else.
    packageFile: source._tag === "Path" ? manifest?.file : undefined
  }
  return description
})

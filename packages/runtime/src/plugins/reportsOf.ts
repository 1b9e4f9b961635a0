import type { PluginReport } from "@mjolnir/core/services"

import type { LoadedPlugin } from "./LoadedPlugin.ts"
import type { PluginParts } from "./PluginManifest.ts"
import type { PluginSet, RefusedPlugin } from "./PluginSet.ts"

/** What is said of the plugins when they have just been loaded. */
export const reportsOf = ({ loaded, refused }: PluginSet): ReadonlyArray<PluginReport> => [
  ...loaded.map(loadedReport),
  ...refused.map(refusedReport)
]

const loadedReport = ({ isolation, name, parts, source, summary, version }: LoadedPlugin): PluginReport => ({
  name,
  version,
  summary,
  source: source.given,
  isolation,
  // Nothing calls the plugin of a worker before the worker has imported it.
  state: isolation === "inline" ? "running" : "restarting",
  problem: undefined,
  parts
})

const refusedReport = ({ given, manifest, name, problem }: RefusedPlugin): PluginReport => ({
  name: name ?? given,
  version: manifest?.version,
  summary: manifest?.summary,
  source: given,
  isolation: manifest?.isolation ?? "inline",
  state: "refused",
  problem: problem.message,
  parts: manifest?.parts ?? noParts
})

const noParts: PluginParts = { feeds: [], features: [], detectors: [], scorers: [], gates: [], sinks: [] }

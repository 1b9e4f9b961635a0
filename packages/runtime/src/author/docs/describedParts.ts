import type { Plugin } from "@mjolnir/core"

import { describeParts } from "../../plugins/describeParts.ts"
import type { PluginParts } from "../../plugins/PluginManifest.ts"

/** The parts of a plugin as its manifest should describe them: what goes without saying is left out, the params are not. */
export const describedParts = (plugin: Plugin): PluginParts => {
  const described = describeParts(plugin)
  return {
    feeds: withParams(described.feeds, plugin.feeds),
    features: described.features,
    detectors: withParams(described.detectors.map(withoutSaying), plugin.detectors),
    scorers: withParams(described.scorers, plugin.scorers),
    gates: withParams(described.gates, plugin.gates),
    sinks: withParams(described.sinks, plugin.sinks)
  }
}

/** A detector without what a manifest may leave out. */
const withoutSaying = ({ filters = {}, on, ...part }: PluginParts["detectors"][number]) =>
  Object.assign(part, on === "tick" ? { on } : {}, Object.keys(filters).length === 0 ? {} : { filters })

/** The descriptions with the JSON Schema of the params of those that have any. */
const withParams = <Part extends object>(
  described: ReadonlyArray<Part>,
  parts: ReadonlyArray<{ readonly describeParams: () => unknown }>
): ReadonlyArray<Part & { readonly params?: unknown }> =>
  described.map((part, index) => withSchema(part, parts[index]?.describeParams()))

const withSchema = <Part extends object>(part: Part, params: unknown): Part & { readonly params?: unknown } =>
  typeof params === "object" && params !== null && "properties" in params ? { ...part, params } : part

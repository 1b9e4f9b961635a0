import type { Detector } from "./defineDetector.ts"
import type { Feature } from "./defineFeature.ts"
import type { Feed } from "./defineFeed.ts"
import type { Gate } from "./defineGate.ts"
import type { Scorer } from "./defineScorer.ts"
import type { Sink } from "./defineSink.ts"
import { checkIdentity, type Identity, InvalidDefinition } from "./identity.ts"

/** Where a plugin runs: in the service's own thread, or in one that can be stopped when it hangs or eats the memory. */
export type Isolation = "inline" | "worker"

/** What a package exports as its default: its parts and what they need of the host. */
export interface PluginDefinition extends Identity {
  /** Versions of `@mjolnir/core` that it works with, as a semantic version range such as `^0.1.0`. */
  readonly sdk: string
  /** `inline` when left out; the operator may decide otherwise. */
  readonly isolation?: Isolation
  readonly feeds?: ReadonlyArray<Feed>
  readonly features?: ReadonlyArray<Feature<object>>
  readonly detectors?: ReadonlyArray<Detector>
  readonly scorers?: ReadonlyArray<Scorer>
  readonly gates?: ReadonlyArray<Gate>
  readonly sinks?: ReadonlyArray<Sink>
}

/** A plugin that the host can load. */
export interface Plugin extends Required<PluginDefinition> {
  readonly kind: "plugin"
}

/** The parts of a plugin, by the field that holds them. */
export const partKinds = ["feeds", "features", "detectors", "scorers", "gates", "sinks"] as const
export type PartKind = (typeof partKinds)[number]

/**
 * Gathers the parts of a plugin.
 *
 * @throws InvalidDefinition when name, version or sdk are not what they should be, or two parts have one name.
 *
 * @example
 * export default definePlugin({
 *   name: "three", version: "1.0.0", sdk: "^0.1.0", summary: "Runs of three", detectors: [threeUp]
 * })
 */
export const definePlugin = (definition: PluginDefinition): Plugin => {
  checkIdentity("plugin", definition)
  const part = `plugin ${definition.name}`
  if (typeof definition.sdk !== "string" || definition.sdk.trim() === "") {
    throw new InvalidDefinition({ part, problem: "there is no sdk", expected: "a range of versions such as ^0.1.0" })
  }
  const plugin: Plugin = {
    kind: "plugin",
    name: definition.name,
    version: definition.version,
    summary: definition.summary,
    sdk: definition.sdk,
    isolation: definition.isolation ?? "inline",
    feeds: definition.feeds ?? [],
    features: definition.features ?? [],
    detectors: definition.detectors ?? [],
    scorers: definition.scorers ?? [],
    gates: definition.gates ?? [],
    sinks: definition.sinks ?? []
  }
  for (const kind of partKinds) {
    // Features of one name differ in their params.
    const names = plugin[kind].map((each) => (each.kind === "feature" ? each.key : each.name))
    const twice = names.find((name, index) => names.indexOf(name) !== index)
    if (twice !== undefined) {
      throw new InvalidDefinition({
        part,
        problem: `two of its ${kind} are called ${twice}`,
        expected: "a name for each"
      })
    }
  }
  return plugin
}

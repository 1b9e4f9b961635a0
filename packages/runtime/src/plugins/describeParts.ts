import type { Plugin } from "@mjolnir/core"

import type { PluginParts } from "./PluginManifest.ts"

/** The parts of a plugin as its manifest would describe them, without their params. */
export const describeParts = (plugin: Plugin): PluginParts => ({
  feeds: plugin.feeds.map(identityOf),
  features: plugin.features.map(identityOf),
  detectors: plugin.detectors.map((detector) => ({
    ...identityOf(detector),
    emits: detector.emits,
    on: detector.on,
    ...(detector.intervals === undefined ? {} : { intervals: detector.intervals }),
    filters: detector.filters
  })),
  scorers: plugin.scorers.map(identityOf),
  gates: plugin.gates.map((gate) => ({ ...identityOf(gate), reasons: gate.reasons })),
  sinks: plugin.sinks.map(identityOf)
})

const identityOf = ({ name, summary, version }: Identified): Identified => ({ name, version, summary })

interface Identified {
  readonly name: string
  readonly version: string
  readonly summary: string
}

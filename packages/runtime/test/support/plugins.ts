import type { PluginReport } from "@mjolnir/core/services"

/** What is said of a plugin with one detector that runs. */
export const pluginReport: PluginReport = {
  name: "three",
  version: "1.0.0",
  summary: "Runs of three",
  source: "./three.ts",
  isolation: "inline",
  state: "running",
  problem: undefined,
  parts: {
    feeds: [],
    features: [],
    detectors: [{ name: "three-up", version: "1.0.0", summary: "Three rising closes", emits: ["THREE_UP"] }],
    scorers: [],
    gates: [],
    sinks: []
  }
}

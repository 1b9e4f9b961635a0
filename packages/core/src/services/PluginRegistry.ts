import { Context, Effect, Layer } from "effect"

import type { LastFault } from "../pipeline/DetectorRecord.ts"
import type { Isolation, PartKind } from "../plugin/definePlugin.ts"
import type { Identity } from "../plugin/identity.ts"
import { Metrics } from "./Metrics.ts"

/** What is said of a plugin that was asked for. */
export interface PluginReport {
  /** The name as far as it is known; what the operator wrote for it otherwise. */
  readonly name: string
  /** Undefined when the plugin could not be read so far. */
  readonly version: string | undefined
  readonly summary: string | undefined
  /** What the operator wrote for it: a name or a path. */
  readonly source: string
  readonly isolation: Isolation
  readonly state: PluginState
  /** Why it does not run, and how to mend that; undefined when nothing is wrong. */
  readonly problem: string | undefined
  /** Known from its code, or from its manifest when the code could not be run. */
  readonly parts: Readonly<Record<PartKind, ReadonlyArray<PartReport>>>
  /** How its detectors do; left out while nothing is known of that. */
  readonly detectors?: ReadonlyArray<DetectorReport>
}

/** `refused` is never called, `restarting` is not called at present, `stopped` is not called any more. */
export type PluginState = "running" | "restarting" | "stopped" | "refused"

/** What is said of a part of a plugin. */
export interface PartReport extends Identity {
  /** The patterns of a detector. */
  readonly emits?: ReadonlyArray<string>
  /** The reasons of a gate. */
  readonly reasons?: ReadonlyArray<string>
}

/** How a detector does, over all symbols. */
export interface DetectorReport {
  /** `name@version`. */
  readonly id: string
  /** `suspended` while it is not called for any symbol. */
  readonly state: "running" | "suspended"
  /** Symbols for which it is not called at present. */
  readonly suspendedSymbols: number
  readonly calls: number
  readonly matches: number
  readonly faults: number
  readonly lastFault: LastFault | undefined
  /** Shares of its time budget: what a call uses on average, and the most that one has used. 1 is all of it. */
  readonly budget: { readonly average: number; readonly most: number } | undefined
  /** Calls that took longer than the budget. */
  readonly overBudget: number
}

/** What changes while a plugin runs. */
export type PluginFigures = Partial<Pick<PluginReport, "state" | "problem" | "detectors">>

/** The plugins that were asked for, how they do and why some do not run. */
export class PluginRegistry extends Context.Service<
  PluginRegistry,
  {
    /** Every plugin that was asked for: those that run in the order of the configuration, then those that do not. */
    readonly reports: () => ReadonlyArray<PluginReport>
    /**
     * Registers where the figures of a running plugin are read when somebody asks. Several may tell of one plugin; what
     * a later one says replaces what an earlier one says.
     */
    readonly follow: (plugin: string, figures: () => PluginFigures) => void
  }
>()("@mjolnir/core/services/PluginRegistry") {
  /** Begins with these reports, and counts in the metrics what they say. */
  static readonly layerOf = (reports: ReadonlyArray<PluginReport>): Layer.Layer<PluginRegistry, never, Metrics> =>
    Layer.effect(
      PluginRegistry,
      Effect.map(Metrics, (metrics) => {
        const refused = reports.filter(({ state }) => state === "refused").map(({ name }) => name)
        metrics.read("plugins_loaded", () => reports.length - refused.length)
        for (const plugin of new Set(reports.map(({ name }) => name))) {
          metrics.read("plugins_refused", () => (refused.includes(plugin) ? 1 : 0), { plugin })
        }
        return registryOf(reports)
      })
    )
}

const registryOf = (reports: ReadonlyArray<PluginReport>): PluginRegistry["Service"] => {
  const figures = new Map<string, ReadonlyArray<() => PluginFigures>>()
  const present = (report: PluginReport): PluginReport => {
    const told = { ...report }
    for (const read of figures.get(report.name) ?? []) Object.assign(told, read())
    return told
  }
  return PluginRegistry.of({
    // A plugin that was refused for its name must not be told what is true of its namesake.
    reports: () => reports.map((report) => (report.state === "refused" ? report : present(report))),
    follow: (plugin, read) => {
      figures.set(plugin, [...(figures.get(plugin) ?? []), read])
    }
  })
}

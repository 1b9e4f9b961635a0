import { Schema } from "effect"

import { workPhases, type WorkPlace } from "./Headway.ts"

/** The thread of a plugin ended, or had to be ended. */
export class PluginCrash extends Schema.TaggedError<PluginCrash>()("PluginCrash", {
  plugin: Schema.String,
  /** `start`: it could not be imported. `garbled`: it said what the host does not understand. */
  reason: Schema.Literals(["hung", "memory", "exit", "error", "start", "garbled"]),
  problem: Schema.String,
  /** What it was doing. */
  phase: Schema.Literals(workPhases),
  /** Who was called when it happened, `name@version`; undefined outside of detectors. */
  detector: Schema.UndefinedOr(Schema.String),
  /** What was worked on; undefined when it was nothing. */
  symbol: Schema.UndefinedOr(Schema.String),
  /** Index of the item that was worked on in its batch; -1 when it was none. */
  item: Schema.Int
}) {
  override get message() {
    const during = this.phase === "restoring" ? " while its windows were filled" : ""
    const where = this.detector === undefined ? "" : ` in the detector ${this.detector}`
    const what = this.symbol === undefined ? "" : ` on ${this.symbol}`
    return `the plugin ${this.plugin} ${this.problem}${during}${where}${what}`
  }
}

/** The crash of a plugin at this place of its work; `detectors` are the ids of its detectors. */
export const crashAt = (
  plugin: string,
  reason: PluginCrash["reason"],
  problem: string,
  { detector, item, phase, symbol }: WorkPlace,
  detectors: ReadonlyArray<string>
): PluginCrash =>
  new PluginCrash({
    plugin,
    reason,
    problem,
    phase,
    detector: phase === "working" ? detectors[detector] : undefined,
    symbol: phase === "waiting" || symbol === "" ? undefined : symbol,
    item
  })

/** The crash of a plugin that could not be started. */
export const crashAtStart = (plugin: string, problem: string): PluginCrash =>
  crashAt(plugin, "start", `cannot start: ${problem}`, { phase: "starting", symbol: "", item: -1, detector: -1 }, [])

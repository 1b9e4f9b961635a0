import type { PartKind } from "@mjolnir/core"

/** What can be scaffolded: the part that the new plugin begins with. */
export const pluginKinds = ["detector", "feature", "gate", "sink", "feed", "scorer"] as const
export type PluginKind = (typeof pluginKinds)[number]

/** What the files of a kind's template say, which become the new plugin's own. */
export interface PluginTemplate {
  /** The name in the template, in whose place the new one is put. */
  readonly sample: string
  /** What the part of the template does, in a sentence without its full stop. */
  readonly summary: string
  /** The field of the plugin that holds the part. */
  readonly parts: PartKind
}

/** The template of each kind; its files are in the folder of that name. */
export const pluginTemplates: { readonly [Kind in PluginKind]: PluginTemplate } = {
  detector: { sample: "three-up", summary: "Three rising closes in a row", parts: "detectors" },
  feature: { sample: "mean-range", summary: "Mean of high minus low over a period", parts: "features" },
  gate: { sample: "daily-limit", summary: "Holds back what a symbol has had enough of for a day", parts: "gates" },
  sink: { sample: "team-chat", summary: "Posts a line for each detection to a chat room", parts: "sinks" },
  feed: { sample: "piped-trades", summary: "Trades as lines such as AAPL|1753277400000|10.5|100", parts: "feeds" },
  scorer: {
    sample: "platt-scaling",
    summary: "Turns confidence into a probability by a fitted curve",
    parts: "scorers"
  }
}

import type { Detector } from "@mjolnir/core"
import { Result, Schema } from "effect"

import type { InlinePlugin } from "../plugins/LoadedPlugin.ts"
import { nearestName } from "../plugins/nearestName.ts"

/** `--detector` names none of the plugin's detectors, or the plugin has none. */
export class NoSuchDetector extends Schema.TaggedError<NoSuchDetector>()("NoSuchDetector", {
  plugin: Schema.String,
  /** The name that was asked for; undefined for any. */
  detector: Schema.UndefinedOr(Schema.String),
  known: Schema.Array(Schema.String)
}) {
  override get message() {
    if (this.known.length === 0) return `plugin ${this.plugin}: it has no detector; expected a plugin that has one`
    const nearest = nearestName(this.detector ?? "", this.known)
    const proposal = nearest === undefined ? `it has ${this.known.join(", ")}` : `did you mean ${nearest}?`
    return `plugin ${this.plugin}: it has no detector ${this.detector}; ${proposal}`
  }
}

/** The detectors of a plugin, or the one of them that is named; at least one. */
export const chosenDetectors = (
  { name, plugin }: Pick<InlinePlugin, "name" | "plugin">,
  wanted: string | undefined
): Result.Result<ReadonlyArray<Detector>, NoSuchDetector> => {
  const chosen = plugin.detectors.filter((detector) => wanted === undefined || detector.name === wanted)
  return chosen.length > 0
    ? Result.succeed(chosen)
    : Result.fail(
        new NoSuchDetector({ plugin: name, detector: wanted, known: plugin.detectors.map(({ name }) => name) })
      )
}

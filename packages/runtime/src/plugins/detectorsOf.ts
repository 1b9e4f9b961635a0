import type { Detector } from "@mjolnir/core"
import { builtInPlugins } from "@mjolnir/plugins"
import { Effect, Schema } from "effect"

/** A plugin is named that is not there. */
export class UnknownPlugin extends Schema.TaggedError<UnknownPlugin>()("UnknownPlugin", {
  name: Schema.String,
  known: Schema.Array(Schema.String)
}) {
  override get message() {
    return `there is no plugin ${JSON.stringify(this.name)}; expected one of ${this.known.join(", ")}`
  }
}

/** The detectors of the plugins with these names, in their order; a name given twice counts once. */
export const detectorsOf = Effect.fnUntraced(function* (names: Iterable<string>) {
  const detectors: Array<Detector> = []
  for (const name of new Set(names)) {
    const plugin = builtInPlugins.find((candidate) => candidate.name === name)
    if (plugin === undefined) {
      return yield* new UnknownPlugin({ name, known: builtInPlugins.map((candidate) => candidate.name) })
    }
    detectors.push(...plugin.detectors)
  }
  return detectors
})

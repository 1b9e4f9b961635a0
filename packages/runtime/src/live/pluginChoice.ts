import type { Detector } from "@mjolnir/core"
import { builtInPlugins } from "@mjolnir/plugins"
import { Effect, Schema } from "effect"

/** A plugin was asked for that is not there. */
export class UnknownPlugin extends Schema.TaggedError<UnknownPlugin>()("UnknownPlugin", {
  name: Schema.String,
  known: Schema.Array(Schema.String)
}) {
  override get message() {
    return `There is no plugin "${this.name}". Known plugins: ${this.known.join(", ")}`
  }
}

/** The detectors of the plugins with these names, in their order. */
export const detectorsOf = Effect.fnUntraced(function* (names: ReadonlyArray<string>) {
  const detectors: Array<Detector> = []
  for (const name of names) {
    const plugin = builtInPlugins.find((each) => each.name === name)
    if (plugin === undefined) {
      return yield* new UnknownPlugin({ name, known: builtInPlugins.map((each) => each.name) })
    }
    detectors.push(...plugin.detectors)
  }
  return detectors
})

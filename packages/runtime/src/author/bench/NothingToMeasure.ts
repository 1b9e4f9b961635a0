import { Schema } from "effect"

/** A plugin has no detector that looks at candles. */
export class NothingToMeasure extends Schema.TaggedError<NothingToMeasure>()("NothingToMeasure", {
  plugin: Schema.String
}) {
  override get message() {
    return `plugin ${this.plugin}: its detectors look at ticks, and candles have none; choose one that looks at candles`
  }
}

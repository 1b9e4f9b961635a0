import { Schema } from "effect"

/** None of the detectors that were asked for can be shown on the candles. */
export class NothingToDraw extends Schema.TaggedError<NothingToDraw>()("NothingToDraw", {
  plugin: Schema.String,
  /** Why, each with the name of the detector. */
  problems: Schema.Array(Schema.String)
}) {
  override get message() {
    return `plugin ${this.plugin}: there is nothing to show: ${this.problems.join("; ")}`
  }
}

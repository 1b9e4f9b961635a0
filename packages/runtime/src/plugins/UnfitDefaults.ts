import { Schema } from "effect"

/** A part of a plugin cannot be configured although the operator has set nothing: the plugin's own mistake. */
export class UnfitDefaults extends Schema.TaggedError<UnfitDefaults>()("UnfitDefaults", {
  plugin: Schema.String,
  /** What its own configure says, such as `clock: history is -3; expected a whole number of candles`. */
  problem: Schema.String
}) {
  override get message() {
    return (
      `plugin ${this.plugin}: without any setting it does not run: ${this.problem}; give every param a default that ` +
      "fits, by param(schema, description, default)"
    )
  }
}

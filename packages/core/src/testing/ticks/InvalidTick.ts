import { Schema } from "effect"

/** A test gave a tick that cannot be one. Thrown by `marketSteps`. */
export class InvalidTick extends Schema.TaggedError<InvalidTick>()("InvalidTick", {
  /** Its place among the ticks, 1 is the first. */
  tick: Schema.Int,
  problem: Schema.String
}) {
  override get message() {
    return `tick ${this.tick} ${this.problem}`
  }
}

import { Schema } from "effect"

/** A detector under test threw or returned something that a host does not take. */
export class DetectorFailed extends Schema.TaggedError<DetectorFailed>()("DetectorFailed", {
  /** `name@version`. */
  detector: Schema.String,
  /** Start of the candle at which it failed, in epoch milliseconds. */
  time: Schema.Int,
  problem: Schema.String
}) {
  override get message() {
    return `${this.detector}, at the candle of ${new Date(this.time).toISOString()}: ${this.problem}`
  }
}

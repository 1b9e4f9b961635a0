import { Schema } from "effect"

/** What was found is not what the golden file says, or there is no such file to say it. Thrown by `expectGolden`. */
export class GoldenMismatch extends Schema.TaggedError<GoldenMismatch>()("GoldenMismatch", {
  path: Schema.String,
  /** In words, over several lines. */
  problem: Schema.String
}) {
  override get message() {
    return `${this.path}: ${this.problem}`
  }
}

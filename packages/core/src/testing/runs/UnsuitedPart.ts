import { Schema } from "effect"

/** A part was given to a function of the test kit that can show nothing of it. */
export class UnsuitedPart extends Schema.TaggedError<UnsuitedPart>()("UnsuitedPart", {
  /** Kind and name, such as `detector three-up`. */
  part: Schema.String,
  problem: Schema.String,
  /** What to do instead. */
  remedy: Schema.String
}) {
  override get message() {
    return `${this.part} ${this.problem}; ${this.remedy}`
  }
}

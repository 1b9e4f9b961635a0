import { Schema } from "effect"

/** A detector fails a case of `conformance`. The message says what was seen, why it matters and how to mend it. */
export class ConformanceFailure extends Schema.TaggedError<ConformanceFailure>()("ConformanceFailure", {
  /** Of the case, such as `C02`. */
  id: Schema.String,
  /** What should hold. */
  title: Schema.String,
  /** `name@version` of the detector. */
  detector: Schema.String,
  /** What was seen instead: where, expected and actual. */
  seen: Schema.String,
  reason: Schema.String,
  hint: Schema.String
}) {
  override get message() {
    return `${this.id} ${this.title}: not so of ${this.detector}
  seen: ${this.seen}
  why:  ${this.reason}
  mend: ${this.hint}`
  }
}

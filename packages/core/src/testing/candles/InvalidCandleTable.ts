import { Schema } from "effect"

/** A table of candles does not say what a table must. Thrown by `candles`. */
export class InvalidCandleTable extends Schema.TaggedError<InvalidCandleTable>()("InvalidCandleTable", {
  /** Line of the text, 1 is the first. */
  line: Schema.Int,
  /** The line itself, without the white space around it. */
  row: Schema.String,
  problem: Schema.String
}) {
  override get message() {
    return this.row === ""
      ? `line ${this.line}: ${this.problem}`
      : `line ${this.line}: ${this.problem}, in "${this.row}"`
  }
}

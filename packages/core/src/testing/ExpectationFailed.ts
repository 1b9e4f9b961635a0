import { Schema } from "effect"

/**
 * A fake did not see what a test expects of it. Thrown by the `expect…` methods of the fakes; test runners show
 * `expected` and `actual` beside each other.
 */
export class ExpectationFailed extends Schema.TaggedError<ExpectationFailed>()("ExpectationFailed", {
  /** What was expected, in words. */
  expectation: Schema.String,
  expected: Schema.Unknown,
  actual: Schema.Unknown
}) {
  override get message() {
    return `${this.expectation}\n  expected: ${printed(this.expected)}\n  actual:   ${printed(this.actual)}`
  }
}

/** Lists with an item to a line, so that what differs can be found by eye. */
const printed = (value: unknown): string => {
  if (!Array.isArray(value)) return inOneLine(value)
  return value.length === 0 ? "nothing" : value.map((item) => `\n    ${inOneLine(item)}`).join("")
}

const inOneLine = (value: unknown): string =>
  typeof value === "string" ? value : (JSON.stringify(value) ?? String(value))

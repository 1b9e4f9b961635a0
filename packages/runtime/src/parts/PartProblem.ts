import { Schema } from "effect"

/** An effectful part failed, or took too long. */
export class PartProblem extends Schema.TaggedError<PartProblem>()("PartProblem", {
  reason: Schema.Literals(["failed", "late"]),
  problem: Schema.String
}) {
  override get message() {
    return this.problem
  }

  /** What a promise of a part rejected with; anything can be. */
  static readonly of = (cause: unknown): PartProblem => new PartProblem({ reason: "failed", problem: textOf(cause) })
}

/** Characters of a problem that are worth a place in the log. */
const longestText = 500

const textOf = (cause: unknown): string => {
  try {
    return (cause instanceof Error ? cause.message || cause.name : String(cause)).slice(0, longestText)
  } catch {
    return "it failed with something that cannot be printed"
  }
}

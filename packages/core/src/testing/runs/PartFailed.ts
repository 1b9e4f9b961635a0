import { Schema } from "effect"

import type { PartFault } from "../../pipeline/PipelineStep.ts"

/** A part under test threw, failed or returned something that a host does not take. */
export class PartFailed extends Schema.TaggedError<PartFailed>()("PartFailed", {
  kind: Schema.Literals(["detector", "feature", "scorer", "gate", "sink", "feed"]),
  /** `name@version`. */
  part: Schema.String,
  /** Where in the test, such as `the candle of 2025-07-23T09:31:00.000Z` or `detection 2 of 3`. */
  at: Schema.String,
  /** What a host would say of it. */
  problem: Schema.String
}) {
  override get message() {
    return `${this.kind} ${this.part}, at ${this.at}: ${this.problem}`
  }
}

/** Throws {@link PartFailed} if there is a fault. */
export const failAtFault = ([fault]: ReadonlyArray<PartFault>, at: string): void => {
  if (fault === undefined) return
  const { kind, part, problem } = fault
  throw new PartFailed({ kind, part, at, problem })
}

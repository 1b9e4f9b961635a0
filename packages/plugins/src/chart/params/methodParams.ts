import { param } from "@mjolnir/core"
import { Schema } from "effect"

/**
 * The params of a detector that can also look for its patterns as Lo, Mamaysky and Wang do. Their rules say nothing of
 * the size of a pattern, so that they find dozens in 1,000 candles of a random walk.
 */
export const methodParams = {
  method: param(
    Schema.Literals(["zigzag", "kernel"]),
    "Where turns are taken from: the zig-zag's pivots, or the extrema of closes smoothed by a kernel regression, with " +
      "which a pattern is told by the rules of Lo, Mamaysky and Wang alone and reported when it is complete",
    "zigzag"
  ),
  kernelLength: param(
    Schema.Int.check(Schema.isBetween({ minimum: 10, maximum: 200 })),
    "Candles in which a pattern must lie that is found by the kernel method",
    35
  ),
  kernelDelay: param(
    Schema.Int.check(Schema.isBetween({ minimum: 1, maximum: 50 })),
    "Candles that must have passed since the last extremum by the kernel method",
    3
  )
}

/** The values of {@link methodParams}. */
export interface MethodSettings {
  readonly method: "zigzag" | "kernel"
  readonly kernelLength: number
  readonly kernelDelay: number
}

import type { PatternDescription } from "@mjolnir/core"
import { Record } from "effect"

import type { PatternId } from "./PatternId.ts"
import { hikkakes } from "./rules/hikkake.ts"
import { rules } from "./rules/rules.ts"

/** What the catalogue says of each pattern. */
export const patternDescriptions: Readonly<Record<PatternId, PatternDescription>> = Record.map(
  { ...rules, ...hikkakes },
  ({ example, means, rule }, pattern) => ({
    means,
    rule,
    source: `TA-Lib 0.6.4, function ${pattern}`,
    example
  })
)

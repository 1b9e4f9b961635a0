import type { PatternDescription } from "@mjolnir/core"
import { Record } from "effect"

import { candleWords } from "./candleWords.ts"
import type { PatternId } from "./PatternId.ts"
import { hikkakes } from "./rules/hikkake.ts"
import { rules } from "./rules/rules.ts"

/** What the catalogue says of each pattern, with the figures for which the words of its rule stand. */
export const patternDescriptions: Readonly<Record<PatternId, PatternDescription>> = Record.map(
  { ...rules, ...hikkakes },
  ({ example, means, text, words }, pattern) => ({
    means,
    rule: [text, ...words.map((word) => candleWords[word].says)].join(" "),
    source: `TA-Lib 0.6.4, function ${pattern}`,
    example
  })
)

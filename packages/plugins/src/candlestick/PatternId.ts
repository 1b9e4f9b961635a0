import { Record } from "effect"

import { hikkakes } from "./rules/hikkake.ts"
import { rules } from "./rules/rules.ts"

/** A pattern by the name of its function in TA-Lib, such as `CDLHAMMER`. */
export type PatternId = keyof typeof rules | keyof typeof hikkakes

/** All 61. */
export const patternIds: ReadonlyArray<PatternId> = [...Record.keys(rules), ...Record.keys(hikkakes)]

import { Predicate } from "effect"

import type { Decision } from "../../../domain/Decision.ts"
import type { PipelineStep } from "../../../pipeline/PipelineStep.ts"
import { difference } from "./difference.ts"
import { placeIn, type Series } from "./Series.ts"

/** What a run over a series led to. */
export interface Recording {
  /** What was found at each candle, as JSON; empty where nothing was. */
  readonly told: ReadonlyArray<string>
  /** What went wrong, each with the number of its candle. */
  readonly faults: ReadonlyArray<readonly [index: number, problem: string]>
  readonly decisions: ReadonlyArray<{ readonly index: number; readonly decision: Decision }>
}

/** How a step is put into the recording: everything that was found, unless a case looks at a part of it only. */
export type Teller = (step: PipelineStep) => unknown

/** Decisions and near misses; faults are recorded on their own, for they do not survive every comparison. */
export const tellAll: Teller = ({ decisions, nearMisses }) => ({ decisions, nearMisses })

/** What a step comes to in a recording. */
export const textOf = (step: PipelineStep, tell: Teller): string =>
  step.decisions.length === 0 && step.nearMisses.length === 0 ? "" : JSON.stringify(tell(step))

/** Where the second of two texts of a step differs from the first, in words. */
export const textDifference = (expected: string, actual: string, tolerance = 0): string | undefined => {
  if (expected === actual) return undefined
  const [one, other] = [parsed(expected), parsed(actual)]
  if (countOf(one) !== countOf(other)) return `expected ${patternsOf(one)}, actual ${patternsOf(other)}`
  // Equal but for the order of their fields, which the wire would show.
  const isOrder = tolerance === 0 && expected !== "" && actual !== ""
  return difference(one, other, tolerance) ?? (isOrder ? "the fields are in another order" : undefined)
}

/** The first candle from `from` on at which a run tells something else than expected, and what. */
export const recordingDifference = (
  series: Series,
  expected: ReadonlyArray<string>,
  actual: ReadonlyArray<string>,
  { from = 0, tolerance = 0 } = {}
): string | undefined => {
  for (let index = from; index < actual.length; index++) {
    const found = textDifference(expected[index] ?? "", actual[index] ?? "", tolerance)
    if (found !== undefined) return `${placeIn(series, index)}: ${found}`
  }
  return undefined
}

const parsed = (text: string): unknown => (text === "" ? { decisions: [], nearMisses: [] } : JSON.parse(text))

const decisionsIn = (step: unknown): ReadonlyArray<unknown> =>
  Predicate.hasProperty(step, "decisions") && Array.isArray(step.decisions) ? step.decisions : []

const countOf = (step: unknown): number => decisionsIn(step).length

/** What was found, by the names of the patterns: enough where there is nothing to hold it against. */
const patternsOf = (step: unknown): string =>
  decisionsIn(step)
    .map((decision) => {
      const { detection = decision } = Predicate.hasProperty(decision, "detection") ? decision : {}
      return Predicate.hasProperty(detection, "pattern") ? String(detection.pattern) : "a match"
    })
    .join(", ") || "no match"

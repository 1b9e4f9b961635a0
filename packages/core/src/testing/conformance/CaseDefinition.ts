import type { ConformanceCase, ConformanceResult } from "./ConformanceCase.ts"
import type { Subject } from "./subject/Subject.ts"

/** A case before it is known which detector it is put to. */
export interface CaseDefinition extends Pick<ConformanceCase, "id" | "title" | "reason" | "hint"> {
  readonly examine: (subject: Subject) => Verdict
}

/** What an examination comes to. */
export type Verdict = Pick<ConformanceResult, "outcome" | "detail">

export const passed = (detail: string): Verdict => ({ outcome: "passed", detail })
export const failed = (detail: string): Verdict => ({ outcome: "failed", detail })
export const skipped = (detail: string): Verdict => ({ outcome: "skipped", detail })

/** Passed unless something was found; what was found says where, and what was expected. */
export const verdictOf = (found: string | undefined, detail: string): Verdict =>
  found === undefined ? passed(detail) : failed(found)

/** The verdict of an examination that compares runs: of no meaning when nothing is found, or something else each time. */
export const ifComparable = (subject: Subject, examine: () => Verdict): Verdict => {
  if (subject.finds === 0) return skipped(`it finds nothing in ${subject.extent}; give candles in which it does`)
  return subject.unsteadiness === undefined
    ? examine()
    : skipped("the same candles do not give the same matches: see C01")
}

/** The first thing that is found in the items. */
export const firstFound = <Item>(
  items: Iterable<Item>,
  find: (item: Item) => string | undefined
): string | undefined => {
  for (const item of items) {
    const found = find(item)
    if (found !== undefined) return found
  }
  return undefined
}

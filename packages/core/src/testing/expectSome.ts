import { ExpectationFailed } from "./ExpectationFailed.ts"
import { hasAtLeast } from "./hasAtLeast.ts"

/** Throws {@link ExpectationFailed} unless one of the items has at least the fields of `expected`. */
export const expectSome = (expectation: string, items: ReadonlyArray<unknown>, expected: unknown): void => {
  if (!items.some((item) => hasAtLeast(item, expected))) {
    throw new ExpectationFailed({ expectation, expected, actual: [...items] })
  }
}

/** Throws {@link ExpectationFailed} when one of the items has at least the fields of `unwanted`. */
export const expectNone = (expectation: string, items: ReadonlyArray<unknown>, unwanted: unknown = {}): void => {
  const found = items.filter((item) => hasAtLeast(item, unwanted))
  if (found.length > 0) throw new ExpectationFailed({ expectation, expected: "nothing", actual: found })
}

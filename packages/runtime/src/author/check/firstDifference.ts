/** The first place at which two runs differ, in words; undefined when they are the same. */
export const firstDifference = (
  item: string,
  expected: ReadonlyArray<unknown>,
  actual: ReadonlyArray<unknown>
): string | undefined => {
  const at = expected.findIndex((each, index) => textOf(each) !== textOf(actual[index]))
  return at < 0
    ? undefined
    : `${item} ${at + 1} of ${expected.length}: ${textOf(actual[at])} instead of ${textOf(expected[at])}`
}

const textOf = (value: unknown): string => (value === undefined ? "nothing" : JSON.stringify(value))

/**
 * What differs between two texts, line by line: `-` is a line that is expected and not there, `+` one that is there and
 * not expected, each with its number and some of the lines around it.
 *
 * @example
 * differingLines("one\ntwo\n", "one\nthree\n")
 * //   1   one
 * // - 2   two
 * // + 2   three
 */
export const differingLines = (expected: string, actual: string): string => {
  const edits = editsBetween(linesOf(expected), linesOf(actual))
  const isShown = (index: number): boolean =>
    edits.slice(Math.max(0, index - linesAround), index + linesAround + 1).some(({ mark }) => mark !== " ")
  const width = String(edits.length).length
  return edits
    .flatMap(({ line, mark, text }, index) => {
      if (isShown(index)) return [`${mark} ${String(line).padStart(width)}   ${text}`.trimEnd()]
      return index === 0 || isShown(index - 1) ? ["…"] : []
    })
    .join("\n")
}

const linesAround = 2

/** What ends with a line feed has no empty line behind it; what does not, as an editor may leave it, shows that. */
const linesOf = (text: string): ReadonlyArray<string> =>
  text.endsWith("\n") ? text.slice(0, -1).split("\n") : [...text.split("\n"), "(no line feed at the end)"]

interface Edit {
  readonly mark: " " | "-" | "+"
  /** Of the actual text, or of the expected one for a line that is not there; 1 is the first. */
  readonly line: number
  readonly text: string
}

/** The shortest way from one text to the other, by the longest common subsequence of what lies between equal ends. */
const editsBetween = (expected: ReadonlyArray<string>, actual: ReadonlyArray<string>): ReadonlyArray<Edit> => {
  const most = Math.min(expected.length, actual.length)
  let head = 0
  while (head < most && expected[head] === actual[head]) head++
  let tail = 0
  while (tail < most - head && expected.at(-1 - tail) === actual.at(-1 - tail)) tail++
  const same = (from: number, to: number): ReadonlyArray<Edit> =>
    actual.slice(from, to).map((text, index) => ({ mark: " ", line: from + index + 1, text }))
  return [
    ...same(0, head),
    ...middleEdits(expected.slice(head, expected.length - tail), actual.slice(head, actual.length - tail), head),
    ...same(actual.length - tail, actual.length)
  ]
}

const middleEdits = (
  expected: ReadonlyArray<string>,
  actual: ReadonlyArray<string>,
  head: number
): ReadonlyArray<Edit> => {
  const commonFrom = commonLengths(expected, actual)
  const edits: Array<Edit> = []
  let row = 0
  let column = 0
  while (row < expected.length || column < actual.length) {
    const [gone, come] = [expected[row], actual[column]]
    if (gone !== undefined && gone === come) {
      edits.push({ mark: " ", line: head + column + 1, text: come })
      row++
      column++
    } else if (
      gone !== undefined &&
      (come === undefined || commonFrom(row + 1, column) >= commonFrom(row, column + 1))
    ) {
      edits.push({ mark: "-", line: head + row + 1, text: gone })
      row++
    } else if (come !== undefined) {
      edits.push({ mark: "+", line: head + column + 1, text: come })
      column++
    }
  }
  return edits
}

/** Length of the longest common subsequence of the lines from one of each text on. */
const commonLengths = (
  expected: ReadonlyArray<string>,
  actual: ReadonlyArray<string>
): ((row: number, column: number) => number) => {
  if (expected.length * actual.length > mostComparisons) return () => 0
  const columns = actual.length + 1
  const lengths = new Uint32Array((expected.length + 1) * columns)
  const from = (row: number, column: number): number => lengths[row * columns + column] ?? 0
  for (let row = expected.length - 1; row >= 0; row--) {
    for (let column = actual.length - 1; column >= 0; column--) {
      lengths[row * columns + column] =
        expected[row] === actual[column]
          ? from(row + 1, column + 1) + 1
          : Math.max(from(row + 1, column), from(row, column + 1))
    }
  }
  return from
}

/** Beyond, comparing every line with every other takes too long, and all that lies between is told. */
const mostComparisons = 4_000_000

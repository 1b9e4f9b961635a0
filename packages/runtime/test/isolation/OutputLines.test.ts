import { assert, describe, it } from "@effect/vitest"

import { OutputLines } from "../../src/isolation/OutputLines.ts"

const linesOf = (...texts: ReadonlyArray<string>): ReadonlyArray<string> => {
  const lines: Array<string> = []
  const output = new OutputLines((line) => lines.push(line))
  for (const text of texts) output.take(text)
  return lines
}

describe("the output of a plugin", () => {
  it("is given line by line, however it comes, without empty lines", () => {
    assert.deepStrictEqual(linesOf("one\ntw", "o\n", "\n  \nthree", "\nfour"), ["one", "two", "three"])
  })

  it("is cut where a line is too long, also one that comes in many parts", () => {
    const parts = Array.from({ length: 1_000 }, () => "x".repeat(100))
    assert.deepStrictEqual(
      linesOf(...parts, "\n").map((line) => line.length),
      [500]
    )
  })

  it("ends after a hundred lines, the last of which says so", () => {
    const lines = linesOf(...Array.from({ length: 1_000 }, (_, index) => `${index}\n`))
    assert.lengthOf(lines, 100)
    assert.strictEqual(lines.at(-1), "99 (what it prints from now on is not logged)")
  })
})

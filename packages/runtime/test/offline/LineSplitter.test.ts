import { assert, describe, it } from "@effect/vitest"

import { LineSplitter } from "../../src/offline/LineSplitter.ts"

describe("LineSplitter", () => {
  it("gives the same lines however the bytes are cut", () => {
    for (const text of ["", "\n", "a", "a\n", "\n\na\r\n\nbc", "one\ntwo\n\nthree longer\n", "ä\nö\n"]) {
      const expected = text.split("\n")
      if (expected.at(-1) === "") expected.pop()
      for (let size = 1; size <= 9; size++) assert.deepStrictEqual(split(text, size), expected, `${text} by ${size}`)
    }
  })

  it("does not rely on a chunk's memory after the call", () => {
    const found: Array<string> = []
    const splitter = new LineSplitter()
    const onLine = (line: Uint8Array): void => void found.push(decoder.decode(line))
    const chunk = encoder.encode("ab")
    splitter.push(chunk, onLine)
    chunk.fill(0x7a)
    splitter.push(encoder.encode("c\n"), onLine)
    assert.deepStrictEqual(found, ["abc"])
  })
})

const split = (text: string, size: number): ReadonlyArray<string> => {
  const bytes = encoder.encode(text)
  const found: Array<string> = []
  const onLine = (line: Uint8Array): void => void found.push(decoder.decode(line))
  const splitter = new LineSplitter()
  for (let from = 0; from < bytes.length; from += size) splitter.push(bytes.subarray(from, from + size), onLine)
  splitter.end(onLine)
  return found
}

const encoder = new TextEncoder()
const decoder = new TextDecoder()

import { assert } from "@effect/vitest"

import { type DocumentBlock, placeOf } from "./documentBlocks.ts"

/** Every line of what a document shows stands in the output, in their order. `…` stands for anything. */
export const assertShown = (output: string, shown: DocumentBlock): void => {
  const lines = output.split("\n").map((line) => line.trim())
  let from = 0
  for (const line of shown.text.split("\n").map((each) => each.trim())) {
    if (line === "" || line === "…") continue
    const expression = new RegExp(`^${line.split("…").map(RegExp.escape).join(".*")}$`)
    const found = lines.findIndex((each, at) => at >= from && expression.test(each))
    assert.isAtLeast(found, 0, `${placeOf(shown)} shows what was not printed: ${line}\n${output}\n`)
    from = found + 1
  }
}

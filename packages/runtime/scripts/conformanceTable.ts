import { defineDetector, noMatch } from "@mjolnir/core"
import { conformance } from "@mjolnir/core/testing"
import { Schema } from "effect"

import { markdownTable } from "./markdownTable.ts"

/** Every case to which a detector is put, with its reason and how to mend what fails it. */
export const conformanceTable = (): string =>
  markdownTable(
    ["Case", "What must hold", "Why it matters", "How to mend a detector that fails it"],
    conformance(anyDetector).map(({ hint, id, reason, title }) => [id, title, reason, hint].map(asCell))
  )

const asCell = (text: string): string => text.replaceAll("|", "\\|")

/** The cases are the same for all. */
const anyDetector = defineDetector({
  name: "any",
  version: "1.0.0",
  summary: "Finds nothing",
  emits: ["NOTHING"],
  params: Schema.Struct({}),
  history: 1,
  detect: () => noMatch
})

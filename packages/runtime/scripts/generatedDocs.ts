import { exportedName, metricDefinitions } from "@mjolnir/core/services"
import { frameOutcomes } from "@mjolnir/core/wire"
import { Record } from "effect"

import { zooTable } from "../../plugins/test/zoo/zooTable.ts"
import { variables } from "../src/config/variables.ts"
import { conformanceTable } from "./conformanceTable.ts"
import { contractReference } from "./contractReference.ts"
import { markdownTable } from "./markdownTable.ts"
import { patternDetails, patternOverview } from "./patternDocs.ts"

/** A part of a document that is made from a definition in the code. It stands between two comments with its name. */
export interface GeneratedPart {
  /** Path from the root of the repository. */
  readonly file: string
  readonly name: string
  readonly text: string
}

/** All parts of documents that are made from definitions. */
export const generatedParts: ReadonlyArray<GeneratedPart> = [
  {
    file: "README.md",
    name: "configuration",
    text: markdownTable(
      ["Variable", "Default", "What it is for"],
      Object.values(variables).map(({ name, defaultText, description }) => [
        `\`${name}\``,
        defaultText.includes("`") || defaultText === "none" ? defaultText : `\`${defaultText}\``,
        description
      ])
    )
  },
  {
    file: "docs/operations.md",
    name: "metrics",
    text: markdownTable(
      ["Metric", "Kind", "What it says"],
      Record.toEntries(metricDefinitions).map(([name, { kind, help }]) => [`\`${exportedName(name)}\``, kind, help])
    )
  },
  {
    file: "docs/operations.md",
    name: "frame outcomes",
    text: markdownTable(
      ["Outcome", "The frame was"],
      Object.entries(frameOutcomes).map(([name, meaning]) => [`\`${name}\``, meaning])
    )
  },
  { file: "docs/patterns.md", name: "pattern overview", text: asItIs(patternOverview()) },
  { file: "docs/patterns.md", name: "patterns", text: asItIs(patternDetails()) },
  { file: "docs/plugins/conformance.md", name: "conformance cases", text: conformanceTable() },
  { file: "docs/plugins/conformance.md", name: "zoo", text: asItIs(zooTable()) },
  // What is shown is formatted in the sources, and the formatter would have it otherwise.
  { file: "docs/plugins/reference.md", name: "reference", text: asItIs(contractReference()) }
]

/** The document with the part replaced by what it should be; undefined when the document has no place for it. */
export const withPart = (document: string, { name, text }: GeneratedPart): string | undefined => {
  const opening = `<!-- generated: ${name} -->`
  const closing = `<!-- end of ${name} -->`
  const start = document.indexOf(opening)
  const end = document.indexOf(closing)
  if (start < 0 || end < start) return undefined
  return `${document.slice(0, start + opening.length)}\n\n${text}\n\n${document.slice(end)}`
}

/** Text that the formatter leaves alone. */
function asItIs(text: string): string {
  return ["<!-- oxfmt-ignore-start -->", text, "<!-- oxfmt-ignore-end -->"].join("\n\n")
}

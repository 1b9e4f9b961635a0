import { exportedName, metricDefinitions } from "@mjolnir/core/services"
import { frameOutcomes } from "@mjolnir/core/wire"
import { Record } from "effect"

import { zooTable } from "../../plugins/test/zoo/zooTable.ts"
import { variables } from "../src/config/variables.ts"
import { conformanceTable } from "./conformanceTable.ts"
import { contractReference } from "./contractReference.ts"
import { asItIs, type GeneratedPart } from "./GeneratedPart.ts"
import { markdownTable } from "./markdownTable.ts"
import { patternDetails, patternOverview } from "./patternDocs.ts"

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

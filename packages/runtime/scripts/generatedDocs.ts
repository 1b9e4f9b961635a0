import { exportedName, metricDefinitions } from "@mjolnir/core/services"
import { frameOutcomes } from "@mjolnir/core/wire"
import { Record } from "effect"

import { variables } from "../src/config/variables.ts"

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
    text: table(
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
    text: table(
      ["Metric", "Kind", "What it says"],
      Record.toEntries(metricDefinitions).map(([name, { kind, help }]) => [`\`${exportedName(name)}\``, kind, help])
    )
  },
  {
    file: "docs/operations.md",
    name: "frame outcomes",
    text: table(
      ["Outcome", "The frame was"],
      Object.entries(frameOutcomes).map(([name, meaning]) => [`\`${name}\``, meaning])
    )
  }
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

function table(head: ReadonlyArray<string>, rows: ReadonlyArray<ReadonlyArray<string>>): string {
  const widths = head.map((title, column) => Math.max(title.length, ...rows.map((row) => row[column]?.length ?? 0)))
  const line = (cells: ReadonlyArray<string>) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join(" | ")} |`
  return [line(head), line(widths.map((width) => "-".repeat(width))), ...rows.map(line)].join("\n")
}

import { conformance } from "@mjolnir/core/testing"

import { badDetectors } from "./badDetectors.ts"
import { badPlugins } from "./badPlugins.ts"
import { detectorWith } from "./detectorWith.ts"

/** The zoo as Markdown: what is bad about each plugin, and which case of `conformance` or guard of the service catches it. */
export const zooTable = (): string =>
  [
    ...Object.entries(badDetectors).map(([kind, entries]) =>
      section(
        `A detector that ${kind}`,
        entries.map(({ bad, caughtBy, fault, make }) => {
          const live = fault === undefined ? [] : [`the host: “${fault}”`]
          return [make().name, bad, [...caughtBy.map((id) => `${id}, ${titles.get(id)}`), ...live].join("; ")]
        })
      )
    ),
    section(
      "A plugin that must not be let in, or not into the service's own thread",
      badPlugins.map(({ bad, guard, name, says }) => [name, bad, `${guard}: “${says}”`])
    )
  ].join("\n\n")

const titles: ReadonlyMap<string, string> = new Map(
  conformance(detectorWith({ name: "untried" })).map(({ id, title }) => [id, title])
)

const section = (heading: string, rows: ReadonlyArray<ReadonlyArray<string>>): string =>
  [`### ${heading}`, "", "| Plugin | What is bad about it | Caught by |", "|---|---|---|", ...rows.map(rowOf)].join(
    "\n"
  )

const rowOf = (cells: ReadonlyArray<string>): string =>
  `| ${cells.map((cell) => cell.replaceAll("|", "\\|")).join(" | ")} |`

import type { PluginAnswer, PluginsAnswer } from "../http/PluginsAnswer.ts"
import { alignedTable } from "./alignedTable.ts"

/** What a running service says of its plugins, as lines of a table; under it what went wrong last. */
export const serviceTable = ({ plugins }: PluginsAnswer): ReadonlyArray<string> => [
  ...alignedTable(
    [
      { heading: "PLUGIN", side: "left" },
      { heading: "VERSION", side: "left" },
      { heading: "ISOLATION", side: "left" },
      { heading: "STATE", side: "left" },
      { heading: "CALLS", side: "right" },
      { heading: "DETECTIONS", side: "right" },
      { heading: "FAULTS", side: "right" },
      { heading: "BUDGET", side: "right" },
      { heading: "SUSPENDED", side: "right" }
    ],
    plugins.map((plugin) => [
      plugin.name,
      plugin.version ?? "?",
      plugin.isolation,
      plugin.state,
      String(plugin.calls),
      String(plugin.detections),
      String(plugin.faults),
      budgetText(plugin.budget_use),
      String(plugin.suspended_symbols)
    ])
  ),
  ...plugins.flatMap(troubleLines)
]

/** `0.1 %, at most 45.0 %` of what a call may take. */
const budgetText = (use: PluginAnswer["budget_use"]): string =>
  use === null ? "-" : `${percent(use.average)}, at most ${percent(use.most)}`

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

const troubleLines = ({ crashes, last_error, name, problem }: PluginAnswer): ReadonlyArray<string> => {
  if (problem !== null) return [`${name}: ${problem}`]
  if (last_error === null) return []
  const where = last_error.symbol === null ? "" : ` on ${last_error.symbol}`
  const times = crashes === 0 ? "" : ` (its thread has ended ${crashes} ${crashes === 1 ? "time" : "times"})`
  return [`${name}: last error at ${last_error.time}${where}: ${last_error.problem}${times}`]
}

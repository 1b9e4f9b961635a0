import { type DetectorReport, PluginRegistry, type PluginReport } from "@mjolnir/core/services"
import { Effect } from "effect"

import type { IsolationReport } from "../isolation/IsolatedPlugin.ts"
import { IsolatedPlugins } from "../isolation/IsolatedPlugins.ts"
import type { PluginAnswer, PluginsAnswer } from "./PluginsAnswer.ts"

/** `GET /api/v1/plugins`: every plugin that was asked for, how it does, and why it does not run. */
export const pluginsReport: Effect.Effect<PluginsAnswer, never, PluginRegistry> = Effect.gen(function* () {
  const registry = yield* PluginRegistry
  const isolated = yield* IsolatedPlugins
  return {
    plugins: registry.reports().map((report) => {
      const plugin = report.state === "refused" ? undefined : isolated.find(({ name }) => name === report.name)
      return pluginAnswer(report, plugin?.report)
    })
  }
})

/** What is said of a plugin, whose thread does so, if it has one. */
export const pluginAnswer = (report: PluginReport, thread: IsolationReport | undefined): PluginAnswer => {
  const { detectors = [], isolation, name, problem, source, version } = report
  const answers = detectors.map(detectorAnswer)
  const sum = (figure: "calls" | "detections" | "faults" | "suspended_symbols"): number =>
    answers.reduce((total, answer) => total + answer[figure], 0)
  const uses = answers.flatMap(({ budget_use }) => budget_use ?? [])
  return {
    name,
    version: version ?? null,
    source,
    isolation,
    state: stateOf(report, thread),
    problem: problem ?? null,
    breaker: thread?.breaker ?? "closed",
    crashes: thread?.crashes ?? 0,
    calls: sum("calls"),
    detections: sum("detections"),
    faults: sum("faults"),
    suspended_symbols: sum("suspended_symbols"),
    budget_use:
      uses.length === 0
        ? null
        : {
            average: Math.max(...uses.map(({ average }) => average)),
            most: Math.max(...uses.map(({ most }) => most))
          },
    last_error: newest([
      ...answers.map(({ last_error }) => last_error),
      thread?.lastCrash === undefined ? null : errorOf(thread.lastCrash)
    ]),
    detectors: answers
  }
}

const stateOf = (
  { detectors = [], state }: PluginReport,
  thread: IsolationReport | undefined
): PluginAnswer["state"] => {
  if (thread?.state === "suspended") return "suspended"
  if (state !== "running") return state
  if (detectors.length > 0 && detectors.every((detector) => detector.state === "suspended")) return "suspended"
  const isWhole = detectors.every((detector) => detector.state === "running" && detector.suspendedSymbols === 0)
  return isWhole && (thread?.breaker ?? "closed") === "closed" ? "running" : "degraded"
}

const detectorAnswer = (report: DetectorReport): PluginAnswer["detectors"][number] => ({
  id: report.id,
  state: report.state,
  suspended_symbols: report.suspendedSymbols,
  calls: report.calls,
  detections: report.matches,
  faults: report.faults,
  over_budget: report.overBudget,
  budget_use: report.budget ?? null,
  last_error: report.lastFault === undefined ? null : errorOf(report.lastFault)
})

const errorOf = (error: { readonly problem: string; readonly symbol: string | undefined; readonly time: number }) => ({
  problem: error.problem,
  symbol: error.symbol ?? null,
  time: new Date(error.time).toISOString()
})

type LastError = NonNullable<PluginAnswer["last_error"]>

const newest = (errors: ReadonlyArray<LastError | null>): LastError | null =>
  errors.reduce(
    (latest, error) => (latest === null || (error !== null && error.time > latest.time) ? error : latest),
    null
  )

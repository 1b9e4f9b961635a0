import type { Paint, Style } from "../../output/painter.ts"
import { counted } from "../../output/plural.ts"
import { wrapped } from "../wrapped.ts"
import type { CaseReport } from "./CaseReport.ts"
import type { CheckResult } from "./CheckProtocol.ts"

/**
 * The cases of a check as a table to read, part by part; of those that failed what was seen, why it matters and what to do.
 * Details are cut to the columns of the terminal.
 */
export const checkText = (result: CheckResult, paint: Paint, columns = Number.POSITIVE_INFINITY): string => {
  const width = Math.max(...result.cases.map(({ title }) => title.length))
  const parts = [...new Set(result.cases.map(({ part }) => part))]
  const blocks = parts.map((part) =>
    [
      paint("bold", part),
      ...result.cases.filter((each) => each.part === part).flatMap((each) => caseLines(each, width, paint, columns))
    ].join("\n")
  )
  const { cases, seconds, untried } = result
  const summary = `${counted(cases.length + untried, "case")}: ${outcomeText(result, paint)} in ${seconds.toFixed(1)} s`
  return [...blocks, summary].join("\n\n")
}

/** The cases of a check as one JSON object. */
export const checkJson = ({ cases, plugin, seconds, untried, version }: CheckResult): string => {
  const count = (outcome: CaseReport["outcome"]) => cases.filter((each) => each.outcome === outcome).length
  const counts = { passed: count("passed"), failed: count("failed"), skipped: count("skipped"), untried }
  return JSON.stringify({ plugin, version, ...counts, seconds: rounded(seconds), cases: cases.map(caseJson) }, null, 2)
}

/** `12 passed, 1 skipped`. */
export const outcomeText = ({ cases, untried }: CheckResult, paint: Paint): string => {
  const count = (outcome: CaseReport["outcome"]) => cases.filter((each) => each.outcome === outcome).length
  const failed = count("failed")
  return [
    ...(failed === 0 ? [] : [paint("red", `${failed} failed`)]),
    paint(failed === 0 ? "green" : "plain", `${count("passed")} passed`),
    ...(count("skipped") === 0 ? [] : [`${count("skipped")} skipped`]),
    ...(untried === 0 ? [] : [`${untried} not reached`])
  ].join(", ")
}

/** The lines of a case: itself, and when it failed why. */
export const caseLines = (
  { detail, hint, id, outcome, reason, title }: CaseReport,
  width: number,
  paint: Paint,
  columns = Number.POSITIVE_INFINITY
): ReadonlyArray<string> => {
  const { style, symbol } = looks[outcome]
  const head = `  ${paint(style, symbol)} ${id}  `
  if (outcome !== "failed") return [`${head}${title.padEnd(width)}  ${paint("dim", cut(detail, columns - width - 11))}`]
  const why = [
    ["seen", detail],
    ["why", reason],
    ["mend", hint]
  ] as const
  return [
    `${head}${paint(style, title)}`,
    ...why.flatMap(([word, text]) => whyLines(paint("dim", word.padEnd(6)), text))
  ]
}

const cut = (text: string, width: number): string =>
  text.length > width ? `${text.slice(0, Math.max(0, width - 1))}…` : text

/** A text under its word, wrapped. */
const whyLines = (word: string, text: string): ReadonlyArray<string> =>
  wrapped(text, lineWidth - indent.length).map((line, index) =>
    index === 0 ? `${indent.slice(6)}${word}${line}` : `${indent}${line}`
  )

const looks = {
  passed: { symbol: "✓", style: "green" },
  failed: { symbol: "✗", style: "red" },
  skipped: { symbol: "–", style: "dim" }
} as const satisfies Record<CaseReport["outcome"], { readonly symbol: string; readonly style: Style }>

const caseJson = ({ detail, hint, id, millis, outcome, part, reason, title }: CaseReport) => ({
  part,
  id,
  title,
  outcome,
  detail,
  ...(outcome === "failed" ? { reason, hint } : {}),
  seconds: rounded(millis / 1_000)
})

const rounded = (seconds: number): number => Number(seconds.toFixed(3))

const indent = " ".repeat(15)
const lineWidth = 100

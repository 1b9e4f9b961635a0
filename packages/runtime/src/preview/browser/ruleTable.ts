import type { RuleScore } from "@mjolnir/core"

import { element } from "./element.ts"
import { figureText } from "./priceText.ts"

/**
 * The scores of rules as bars. Each bar begins where the one before it ended, so that the last ends at the sum, which is
 * the confidence.
 */
export const ruleTable = (rules: ReadonlyArray<RuleScore>, broken: ReadonlyArray<string>): HTMLElement => {
  const sum = rules.reduce((total, { score }) => total + score, 0)
  const widest = Math.max(1, sum)
  let before = 0
  const rows = rules.map((rule) => {
    const row = ruleRow(rule, before / widest, rule.score / widest, broken.includes(rule.rule))
    before += rule.score
    return row
  })
  const cells = ["Rule", "Measured", "Score"].map((title) => element("th", { scope: "col" }, title))
  const total = [
    element("th", { scope: "row" }, "Sum"),
    element("td", {}, meter(0, sum / widest)),
    element("td", {}, sum.toFixed(2))
  ]
  return element(
    "table",
    { class: "rules" },
    element("thead", {}, element("tr", {}, ...cells)),
    element("tbody", {}, ...rows),
    element("tfoot", {}, element("tr", {}, ...total))
  )
}

const ruleRow = ({ rule, score, threshold, value }: RuleScore, from: number, share: number, isBroken: boolean) =>
  element(
    "tr",
    isBroken ? { class: "broken" } : {},
    element("th", { scope: "row" }, rule, ...(isBroken ? [element("span", { class: "tag" }, "broken")] : [])),
    element(
      "td",
      {},
      element(
        "span",
        { class: "measured" },
        figureText(value),
        element("span", { class: "threshold" }, ` against ${figureText(threshold)}`)
      ),
      meter(from, share)
    ),
    element("td", {}, score.toFixed(2))
  )

/** A bar from one share of the width on; a negative one reaches back. */
const meter = (from: number, share: number): HTMLElement => {
  const bar = element(
    "span",
    { class: share < 0 ? "meter less" : "meter", "aria-hidden": "true" },
    element("span", { class: "fill" })
  )
  bar.style.setProperty("--from", String(Math.min(from, from + share)))
  bar.style.setProperty("--share", String(Math.abs(share)))
  return bar
}

import { element } from "./element.ts"
import { type Finding, glyphs, patternOf, shapeOf } from "./Finding.ts"

/** A list of findings to choose from. */
export interface FindingList {
  /** Shows those that are wanted, marks the chosen one and returns how many are shown. */
  readonly show: (isWanted: (finding: Finding) => boolean, chosen: Finding | undefined) => number
}

/** Builds the list in that element; `timeOf` writes the time of a candle. */
export const findingList = (
  host: HTMLElement,
  findings: ReadonlyArray<Finding>,
  timeOf: (candle: number) => string,
  choose: (finding: Finding) => void
): FindingList => {
  const rows = findings.map((finding) => {
    const button = element(
      "button",
      { type: "button", class: "finding", "data-key": finding.key },
      ...cells(finding, timeOf)
    )
    button.addEventListener("click", () => choose(finding))
    return { finding, button, item: element("li", {}, button) }
  })
  host.append(...rows.map(({ item }) => item))
  let marked: Finding | undefined
  return {
    show: (isWanted, chosen) => {
      let shown = 0
      for (const { button, finding, item } of rows) {
        const wanted = isWanted(finding)
        if (wanted) shown++
        if (item.hidden === wanted) item.hidden = !wanted
        if (finding !== chosen && finding !== marked) continue
        button.toggleAttribute("aria-current", finding === chosen)
        if (finding === chosen && finding !== marked) button.scrollIntoView({ block: "nearest" })
      }
      marked = chosen
      return shown
    }
  }
}

const cells = (finding: Finding, timeOf: (candle: number) => string): ReadonlyArray<Node> => {
  const shape = shapeOf(finding)
  return [
    element("span", { class: `glyph ${shape}`, "aria-hidden": "true" }, glyphs[shape]),
    element(
      "span",
      { class: "what" },
      element("span", { class: "pattern" }, patternOf(finding)),
      element("span", { class: "unseen" }, shape === "miss" ? ", near miss, " : `, ${shape}, `),
      element("time", {}, timeOf(finding.at))
    ),
    verdict(finding)
  ]
}

/** How sure the detector is, or how many rules kept it from being so. */
const verdict = (finding: Finding): HTMLElement => {
  if (finding.kind === "near miss") {
    const { broken, rules } = finding.nearMiss
    return element("span", { class: "verdict" }, `${rules.length - broken.length} of ${rules.length} rules`)
  }
  const { confidence } = finding.detection
  const bar = element("span", { class: "bar", "aria-hidden": "true" }, element("span", { class: "fill" }))
  bar.style.setProperty("--share", String(confidence))
  return element(
    "span",
    { class: "verdict" },
    element("span", { class: "unseen" }, "confidence "),
    element("span", { class: "number" }, confidence.toFixed(2)),
    bar
  )
}

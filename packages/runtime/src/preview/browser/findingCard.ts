import { element } from "./element.ts"
import { type Finding, type FoundDetection, glyphs, patternOf, shapeOf } from "./Finding.ts"
import { figureText } from "./priceText.ts"
import { ruleTable } from "./ruleTable.ts"

/** How a card writes prices and the times of candles. */
export interface CardTexts {
  readonly price: (price: number) => string
  readonly time: (candle: number) => string
}

/** All that is known of a finding: its times, the scores of its rules and its metadata. */
export const findingCard = (finding: Finding, texts: CardTexts): ReadonlyArray<HTMLElement> =>
  finding.kind === "near miss"
    ? [
        head(finding, "near miss"),
        facts([
          ["At the close of", texts.time(finding.at)],
          ["Broken", finding.nearMiss.broken.join(", ")]
        ]),
        ruleTable(finding.nearMiss.rules, finding.nearMiss.broken)
      ]
    : [
        head(finding, finding.detection.provisional === true ? "provisional" : finding.detection.direction),
        times(finding, texts),
        ...rules(finding),
        ...scores(finding),
        ...metadata(finding)
      ]

const head = (finding: Finding, kind: string): HTMLElement => {
  const shape = shapeOf(finding)
  const confidence = finding.kind === "detection" ? [finding.detection.confidence.toFixed(2)] : []
  return element(
    "header",
    {},
    element("span", { class: `glyph ${shape}`, "aria-hidden": "true" }, glyphs[shape]),
    element("h2", {}, patternOf(finding), element("small", {}, kind)),
    ...confidence.map((text) => element("strong", { class: "confidence", title: "confidence" }, text))
  )
}

const times = ({ at, detection, known }: FoundDetection, texts: CardTexts): HTMLElement => {
  const later = known - at
  const delay = later === 0 ? "the same candle" : later === 1 ? "1 candle later" : `${later} candles later`
  return facts([
    ["Trigger", `${texts.time(at)} at ${texts.price(detection.triggerPrice)}`],
    ["Confirmed", `at the close of ${texts.time(known)}, ${delay}`]
  ])
}

const rules = ({ detection }: FoundDetection): ReadonlyArray<HTMLElement> => {
  if (detection.explanation === undefined) {
    return [element("p", { class: "note" }, "The detector does not explain its matches: it has no rule scores.")]
  }
  const sum = detection.explanation.reduce((total, { score }) => total + score, 0)
  const isWrong = Math.abs(sum - detection.confidence) > 1e-6
  const warning = `The scores sum to ${figureText(sum)}, not to the confidence of ${figureText(detection.confidence)}.`
  return [
    ruleTable(detection.explanation, []),
    ...(isWrong ? [element("p", { class: "warning", role: "alert" }, warning)] : [])
  ]
}

const scores = ({ detection }: FoundDetection): ReadonlyArray<HTMLElement> =>
  detection.scores === undefined || detection.scores.length === 0
    ? []
    : [
        element("h3", {}, "Scorers"),
        facts(
          detection.scores.map(({ model, probability, scorer }) => [scorer, `${figureText(probability)} by ${model}`])
        )
      ]

const metadata = ({ detection }: FoundDetection): ReadonlyArray<HTMLElement> => {
  const entries = Object.entries(detection.metadata)
  if (entries.length === 0) return []
  const text = (value: number | string | boolean) => (typeof value === "number" ? figureText(value) : String(value))
  return [element("h3", {}, "Metadata"), facts(entries.map(([name, value]) => [name, text(value)]))]
}

const facts = (entries: ReadonlyArray<readonly [string, string]>): HTMLElement =>
  element(
    "dl",
    { class: "pairs" },
    ...entries.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)])
  )

import { toleranceOf } from "./harmonicParams.ts"
import type { Measure, RatioForm, RatioRow } from "./RatioRow.ts"
import { ratioText } from "./ratioText.ts"

/** When the pattern of a row is found, in words: its ratios and limits, when it has failed, and what the params are to it. */
export const harmonicRule = (row: RatioRow): string =>
  `${[ratios(row), ...limits(row), completion(row), settings(row), stages(row)].join(". ")}.`

const ratios = (row: RatioRow): string =>
  row.forms
    .map((form) =>
      measuresOf(form)
        .map((measure) => measureText(row, measure))
        .join(", ")
    )
    .join("; or ")

const measuresOf = ({ ofD, untilC }: RatioForm): ReadonlyArray<Measure> => [...untilC, ...ofD]

const measureText = (row: RatioRow, { from, ratio, to }: Measure): string =>
  `${ratioText(row, ratio)} ${from === to ? from : `${from} to ${to}`}`

const limits = (row: RatioRow): ReadonlyArray<string> =>
  row.limits.length === 0 ? [] : [listed(row.limits.map(({ says }) => says))]

const lastPivot = ({ labels }: RatioRow): string => labels.at(-1) ?? ""

const completion = (row: RatioRow): string => {
  const invalid = row.failsBeyond === "X" ? "X" : "the far end of the zone"
  return `${lastPivot(row)} is told by ${ratioText(row, row.defining)}; the pattern has failed beyond ${invalid}`
}

/** What the params are to this pattern; all its forms have the same ratios. */
const settings = (row: RatioRow): string => {
  const measures = measuresOf(row.forms[0])
  const tolerances = (["toleranceB", "toleranceC", "toleranceD"] as const).flatMap((tolerance) => {
    const held = measures.filter(({ ratio }) => toleranceOf(ratio, toleranceNames) === tolerance)
    return held.length === 0 ? [] : [`${listed(held.map(({ ratio }) => ratioText(row, ratio)))} by \`${tolerance}\``]
  })
  return (
    `The ratios may be off: ${tolerances.join(", ")}; each leg up to ${row.labels.at(-2) ?? ""} is at least ` +
    "`minimumLeg` average true ranges long, and no pivot is more than `within` candles old"
  )
}

const toleranceNames = { toleranceB: "toleranceB", toleranceC: "toleranceC", toleranceD: "toleranceD" } as const

const stages = (row: RatioRow): string =>
  `Potential at the candle that first brings price into the zone where ${lastPivot(row)} would keep all of this, ` +
  `confirmed at the one that confirms ${lastPivot(row)} there as a pivot`

const listed = (texts: ReadonlyArray<string>): string =>
  texts.length < 2 ? texts.join("") : `${texts.slice(0, -1).join(", ")} and ${texts.at(-1) ?? ""}`

import type { RatioName } from "./HarmonicPoints.ts"
import type { RatioRow } from "./RatioRow.ts"

/** A ratio in words, its legs by what the pivots are called in this pattern: `CD of BC`, or `B3 of 2B` of three drives. */
export const ratioText = ({ labels }: Pick<RatioRow, "labels">, ratio: RatioName): string => {
  const [leg, of] = legs[ratio]
  return `${legText(labels, leg)} of ${legText(labels, of)}`
}

/** The two legs of each ratio by the pivots at their ends. */
const legs = {
  wxa: ["XA", "WX"],
  xab: ["AB", "XA"],
  abc: ["BC", "AB"],
  bcd: ["CD", "BC"],
  xad: ["AD", "XA"],
  xcd: ["CD", "XC"],
  abcd: ["CD", "AB"]
} as const satisfies Record<RatioName, readonly [string, string]>

/** The pivots, of which a pattern has as many of the last ones as it has labels. */
const pivots = "WXABCD"

const legText = (labels: ReadonlyArray<string>, leg: string): string =>
  Array.from(leg, (pivot) => labels.at(pivots.indexOf(pivot) - pivots.length) ?? pivot).join("")

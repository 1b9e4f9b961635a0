import type { Candle } from "@mjolnir/core"

import type { HarmonicPoints } from "../../../src/harmonic/HarmonicPoints.ts"
import { type ComparisonRow, comparisonTable, counted } from "../../peers/comparison.ts"
import { peerSeries } from "../../recorded/peerFindings.ts"
import { earlyFindings, pointsAt } from "./earlyFindings.ts"
import { type Kind, kinds } from "./kinds.ts"
import { defaultSettings, ourRule } from "./ourRule.ts"
import { type OwnFinding, ownFindings } from "./ownFindings.ts"
import { whyNotNeurotraders, whyNotOurs } from "./reasons.ts"
import { djoffreyFindings, neurotraderRuns, type RecordedFinding, type RecordedRun } from "./recordedHarmonicPeers.ts"

/** The table of agreements and disagreements with other programs on the recorded series, as Markdown. */
export const harmonicPeerTable = (): string => comparisonTable(kinds, "Patterns", compareHarmonicPeers())

/** What {@link harmonicPeerTable} tells, as data: the counts of each comparison add up to its patterns. */
export const compareHarmonicPeers = (): ReadonlyArray<ComparisonRow<Kind>> => {
  const runs = neurotraderRuns(threshold)
  const ofSeries = <Fate>(fates: (series: string) => ReadonlyArray<Fate>) => peerSeries.flatMap(fates)
  return [
    ...counted(kinds, "neurotrader888's patterns, by this rule on its own pivots", runs.flatMap(theirsByOurRule)),
    ...counted(kinds, "this rule's patterns on neurotrader888's pivots, by its rule", runs.flatMap(oursByTheirRule)),
    ...counted(kinds, "neurotrader888's early D, by its own pivots", runs.flatMap(earlyD)),
    ...counted(
      kinds,
      "neurotrader888's patterns, by this detector as it is",
      runs.flatMap(({ findings, series }) => findings.map((each) => byDetector(each, series)))
    ),
    ...counted(
      kinds,
      "this detector's potential patterns, by neurotrader888",
      ofSeries((series) => ownFindings(series).potential.map((each) => byNeurotrader(each, series)))
    ),
    ...counted(kinds, "djoffrey's patterns, by this rule on its own pivots", ofSeries(djoffreyByOurRule)),
    ...counted(
      kinds,
      "djoffrey's patterns, by this detector as it is",
      ofSeries((series) => djoffreyFindings(series).map((each) => byDetector(each, series)))
    )
  ]
}

/** The stricter of the two thresholds that neurotrader888's findings are recorded for. */
const threshold = "0.2"

const theirsByOurRule = ({ findings, pivots, series }: RecordedRun): ReadonlyArray<Kind> => {
  const { candles } = ownFindings(series)
  const ours = new Map(earlyFindings(candles, pivots, ourRule).map((each) => [`${each.pivots}`, each]))
  return findings.map((theirs) => {
    const { points, price } = placed(theirs, candles)
    const found = ours.get(`${theirs.pivots.slice(0, 4)}`)
    if (found?.pattern === theirs.pattern) return found.d === theirs.pivots[4] ? "same" : "sameElsewhere"
    return whyNotOurs(theirs.pattern, points, price) ?? (found === undefined ? "unexplained" : "otherPattern")
  })
}

const oursByTheirRule = ({ findings, pivots, series }: RecordedRun): ReadonlyArray<Kind> => {
  const theirs = new Map(findings.map((each) => [`${each.pivots.slice(0, 4)}`, each]))
  return earlyFindings(ownFindings(series).candles, pivots, ourRule).map((ours) => {
    const found = theirs.get(`${ours.pivots}`)
    if (found?.pattern === ours.pattern) return found.pivots[4] === ours.d ? "same" : "sameElsewhere"
    const why = whyNotNeurotraders(ours.pattern, ours.points, ours.price, Number(threshold))
    return why ?? (found === undefined ? "unexplained" : "otherPattern")
  })
}

/** Whether the D of a pattern told early became a pivot of the other program's own zig-zag. */
const earlyD = ({ findings, pivots }: RecordedRun): ReadonlyArray<Kind> =>
  findings.map((theirs) => {
    const c = pivots.findLastIndex(({ confirmedAt }) => confirmedAt <= (theirs.pivots[4] ?? 0))
    return pivots[c + 1]?.index === theirs.pivots[4] ? "dIsPivot" : "dMovedOn"
  })

/** What becomes of another program's pattern here. */
const byDetector = (theirs: RecordedFinding, series: string): Kind => {
  const { candles, pivots, potential, potentialOfAnyLegs } = ownFindings(series)
  const [x = 0, , , c = 0, d = 0] = theirs.pivots
  const place = pivots.findIndex(({ index }) => index === c)
  const own = pivots.slice(Math.max(0, place - 3), place + 1).map(({ index }) => index)
  if (`${own}` !== `${theirs.pivots.slice(0, 4)}`) return "otherPivots"
  const labelled = theirs.pattern === "AB_CD" ? own.slice(1) : own
  const isSame = ({ pattern, pivots: each }: OwnFinding): boolean =>
    pattern === theirs.pattern && `${each}` === `${labelled}`
  const found = potential.find(isSame)
  if (found !== undefined) return found.d === d ? "same" : "sameElsewhere"
  const why = whyNotOurs(theirs.pattern, pointsAt(pivots, place), placed(theirs, candles).price)
  if (why !== undefined) return why
  if (d - x > defaultSettings.within || d < defaultSettings.within) return "tooLong"
  const [known = 0, over = candles.length] = [pivots[place]?.confirmedAt, pivots[place + 1]?.confirmedAt]
  if (d < known || d >= over) return "notYetC"
  return potentialOfAnyLegs.some(isSame) ? "shortLegs" : "unexplained"
}

/** What becomes of a potential pattern of the detector at neurotrader888, with whatever sigma. */
const byNeurotrader = (ours: OwnFinding, series: string): Kind => {
  const runs = neurotraderRuns(threshold).filter((run) => run.series === series)
  const ofSame = runs
    .flatMap(({ findings }) => findings)
    .filter(({ pivots }) => `${pivots.slice(0, 4)}` === `${ours.pivots}`)
  const found = ofSame.find(({ pattern }) => pattern === ours.pattern)
  if (found !== undefined) return found.pivots[4] === ours.d ? "same" : "sameElsewhere"
  const { pivots } = ownFindings(series)
  const c = pivots.findIndex(({ index }) => index === ours.pivots.at(-1))
  const why = whyNotNeurotraders(ours.pattern, pointsAt(pivots, c), ours.price, Number(threshold))
  if (why === "unknownThere") return why
  const areTheirs = runs.some(({ pivots: theirs }) =>
    ` ${theirs.map(({ index }) => index).join(" ")} `.includes(` ${ours.pivots.join(" ")} `)
  )
  if (!areTheirs) return "otherPivots"
  return why ?? (ofSame.length > 0 ? "otherPattern" : "unexplained")
}

const djoffreyByOurRule = (series: string): ReadonlyArray<Kind> =>
  djoffreyFindings(series).map((theirs) => {
    const { points, price } = placed(theirs, ownFindings(series).candles)
    return whyNotOurs(theirs.pattern, points, price) ?? "same"
  })

/** The prices of a recorded pattern's pivots, and that of D. */
const placed = (
  { pivots }: RecordedFinding,
  candles: ReadonlyArray<Candle>
): { readonly points: HarmonicPoints; readonly price: number } => {
  const [x, a, b, c, d] = pivots.map((index) => candles[index])
  const middle = (candle: Candle | undefined): number => (candle === undefined ? 0 : candle.high + candle.low)
  const isRising = middle(c) > middle(b)
  const high = (candle: Candle | undefined): number => candle?.high ?? Number.NaN
  const low = (candle: Candle | undefined): number => candle?.low ?? Number.NaN
  const [upper, lower] = isRising ? [high, low] : [low, high]
  return { points: { w: Number.NaN, x: lower(x), a: upper(a), b: lower(b), c: upper(c) }, price: lower(d) }
}

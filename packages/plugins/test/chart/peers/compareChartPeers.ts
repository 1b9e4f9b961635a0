import { type ComparisonRow, comparisonTable, counted } from "../../peers/comparison.ts"
import { peerSeries } from "../../recorded/peerFindings.ts"
import { ourFlagAmongPoints, ourFlagAmongTrendLines, theirFlagHere } from "./compareFlags.ts"
import { ourHeadThere, theirHeadHere } from "./compareHeads.ts"
import { changePivots, channelPivots, leanPivots } from "./comparePivots.ts"
import { type Kind, kinds } from "./kinds.ts"
import { ownShapes } from "./ownShapes.ts"
import { headOrders, recordedFlags, recordedHeads } from "./recordedChartPeers.ts"
import { channelWindows } from "./recordedZigZags.ts"

/** The agreements and disagreements with other programs on chart patterns of the recorded series, as Markdown. */
export const chartPeerTable = (): string =>
  [verdict, comparisonTable(kinds, "Findings", compareChartPeers())].join("\n\n")

/** What {@link chartPeerTable} tells, as data: the counts of each comparison add up to its findings. */
export const compareChartPeers = (): ReadonlyArray<ComparisonRow<Kind>> => [
  ...headOrders.flatMap((order) =>
    compared(`neurotrader888's head and shoulders of order ${order}, by this detector`, (series) =>
      recordedHeads(series, order).map((each) => theirHeadHere(each, series, "breakout"))
    )
  ),
  ...compared("neurotrader888's head and shoulders, by this detector with `completion`", (series) =>
    headOrders.flatMap((order) => recordedHeads(series, order)).map((each) => theirHeadHere(each, series, "completion"))
  ),
  ...compared("this detector's head and shoulders, by neurotrader888", (series) =>
    ownShapes(series).heads.map((each) => ourHeadThere(each, series))
  ),
  ...theirFlags("important points", "pips"),
  ...theirFlags("trend lines", "trendline"),
  ...compared("this detector's flags, by neurotrader888 with important points", (series) =>
    ownShapes(series).flags.map((each) => ourFlagAmongPoints(each, series))
  ),
  ...compared("this detector's flags, by neurotrader888 with trend lines", (series) =>
    ownShapes(series).flags.map((each) => ourFlagAmongTrendLines(each, series))
  ),
  ...compared("this detector's flags after poles of any length, by neurotrader888 with important points", (series) =>
    ownShapes(series).flagsOfAnyPole.map((each) => ourFlagAmongPoints(each, series))
  ),
  ...compared("neurotrader888's directional changes, by the zig-zag of the same share", changePivots),
  ...counted(kinds, "LEAN's zig-zag of 5 % and 10 candles, by the zig-zag of 5 %", leanPivots()),
  ...compared("djoffrey's zig-zags of 8 to 55 candles, by the zig-zag of 2 average true ranges", (series) =>
    channelWindows.flatMap((window) => channelPivots(series, window))
  )
]

/** What a reader should take from the table. */
const verdict = [
  "- neurotrader888 reads closes alone and counts candles; this library reads highs and lows and measures moves in average " +
    "true ranges. So theirs finds small shapes that a chart hardly shows, this library fewer that stand out. Take theirs for " +
    "closes without highs and lows, this library where a pattern must be worth more than the noise around it.",
  "- Its head and shoulders have a neckline of any slope and shoulders of any height down to the half: it suits those who " +
    "filter later. Those of this library are what the books draw; `tolerance`, `toleranceAtr`, `minimumHead` and " +
    "`minimumHeight` loosen them.",
  "- Its flags are pauses in a trend of 13 candles and more, those of this library pauses after a burst of 12 at the most. With " +
    "a longer `poleCandles` this library finds nearly half of theirs too; take that for trends, the default for momentum.",
  "- Of zig-zags, this library's turns are known when they are told and never move. One that moves its last turn with each new " +
    "extreme, as those of LEAN and djoffrey do, looks better afterwards but could not be traded on."
].join("\n")

const theirFlags = (name: string, method: "pips" | "trendline"): ReadonlyArray<ComparisonRow<Kind>> =>
  (["flags", "flagsOfAnyPole"] as const).flatMap((poles) => {
    const detector = poles === "flags" ? "this detector" : "this detector with poles of any length"
    return compared(`neurotrader888's flags by ${name}, by ${detector}`, (series) =>
      recordedFlags(series, method).map((each) => theirFlagHere(each, series, poles))
    )
  })

const compared = (title: string, fates: (series: string) => ReadonlyArray<Kind>): ReadonlyArray<ComparisonRow<Kind>> =>
  counted(kinds, title, peerSeries.flatMap(fates))

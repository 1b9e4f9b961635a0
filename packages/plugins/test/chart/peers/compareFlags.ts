import type { Kind } from "./kinds.ts"
import { nearby } from "./nearby.ts"
import { flagOrder, judgeFlag, type TheirFlag } from "./neurotraderFlags.ts"
import { brokenOwnFlagRule } from "./ownFlags.ts"
import { anyPole, type OwnShape, ownShapes } from "./ownShapes.ts"
import { recordedFlags } from "./recordedChartPeers.ts"
import { rollingTurns } from "./rollingTurns.ts"
import type { Side } from "./Side.ts"

/** What becomes here of a flag or pennant of neurotrader888, with poles as the detector wants them or of any length. */
export const theirFlagHere = (theirs: TheirFlag, series: string, poles: "flags" | "flagsOfAnyPole"): Kind => {
  const shapes = ownShapes(series)
  const [found] = shapes[poles]
    .filter((ours) => isSamePause(ours, theirs))
    .toSorted((one, other) => Math.abs(one.at - theirs.at) - Math.abs(other.at - theirs.at))
  return found === undefined
    ? (brokenOwnFlagRule(theirs, shapes, poles === "flags" ? {} : anyPole) ?? "unexplained")
    : agreement(found, theirs)
}

/** What becomes of a flag or pennant of this detector at neurotrader888's method of important points. */
export const ourFlagAmongPoints = (ours: OwnShape, series: string): Kind => {
  const told = recordedFlags(series, "pips").filter(({ side }) => side === sideOf(ours))
  const found = told.find((theirs) => isSamePause(ours, theirs))
  return found === undefined ? whyNotAmongPoints(ours, series, told) : agreement(ours, found)
}

/** The same at its method of trend lines. */
export const ourFlagAmongTrendLines = (ours: OwnShape, series: string): Kind => {
  const found = recordedFlags(series, "trendline").find((theirs) => isSamePause(ours, theirs))
  if (found !== undefined) return agreement(ours, found)
  const [base = 0, tip = 0] = ours.points
  return tip - base < 2 * trendLineOrder ? "shortPoleThere" : "unexplained"
}

/** The order of the turns that are bases and tips of its trend lines. */
const trendLineOrder = 10

const sideOf = ({ pattern }: OwnShape): Side => (pattern.startsWith("BULL") ? 1 : -1)

const isSamePause = (ours: OwnShape, { side, tip }: TheirFlag): boolean =>
  sideOf(ours) === side && Math.abs((ours.points[1] ?? 0) - tip) <= nearby

const agreement = (ours: OwnShape, theirs: TheirFlag): Kind => {
  if (ours.pattern.endsWith("PENNANT") !== theirs.isPennant) return "otherName"
  return ours.at === theirs.at ? "samePause" : ours.at < theirs.at ? "pauseSooner" : "pauseLater"
}

const whyNotAmongPoints = (ours: OwnShape, series: string, told: ReadonlyArray<TheirFlag>): Kind => {
  const side = sideOf(ours)
  const [point = 0] = ours.points
  const prices = ownShapes(series).candles.map(({ close }) => side * Math.log(close))
  const bases = rollingTurns(prices, flagOrder).filter(({ isHigh, confirmedAt }) => !isHigh && confirmedAt <= ours.at)
  const base = bases.find(({ index }) => Math.abs(index - point) <= nearby)
  if (base === undefined) return "noBaseThere"
  if (base !== bases.at(-1)) return "otherBaseThere"
  if (told.some((theirs) => theirs.base === base.index && theirs.at < ours.at)) return "toldThere"
  const judged = judgeFlag(prices, base.index, ours.at)
  return typeof judged === "string" ? judged : "unexplained"
}

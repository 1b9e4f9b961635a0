import type { Kind } from "./kinds.ts"
import { nearby } from "./nearby.ts"
import { judgeHead, type TheirHead, turnsLookedAt } from "./neurotraderHeads.ts"
import { brokenOwnRule, ownTurnsAt } from "./ownHeads.ts"
import { type OwnShape, ownShapes } from "./ownShapes.ts"
import { headOrders, recordedHeads } from "./recordedChartPeers.ts"
import { rollingTurns } from "./rollingTurns.ts"
import type { Side } from "./Side.ts"

/** What becomes here of a head and shoulders of neurotrader888, if this detector tells its own when they are broken or complete. */
export const theirHeadHere = (theirs: TheirHead, series: string, reported: "breakout" | "completion"): Kind => {
  const shapes = ownShapes(series)
  const told = reported === "breakout" ? shapes.heads : shapes.completeHeads
  const found = told.find((ours) => isSameHead(ours, theirs))
  if (found !== undefined) return agreement(found, theirs)
  const five = ownTurnsAt(theirs, shapes)
  return typeof five === "string" ? five : (brokenOwnRule(five, theirs.side, shapes, reported) ?? "unexplained")
}

/** What becomes of a head and shoulders of this detector at neurotrader888, with whatever order of turns. */
export const ourHeadThere = (ours: OwnShape, series: string): Kind => {
  const found = headOrders
    .flatMap((order) => recordedHeads(series, order))
    .filter((theirs) => isSameHead(ours, theirs))
    .map((theirs) => agreement(ours, theirs))
  const fates = found.length > 0 ? found : headOrders.map((order) => whyNotThere(ours, series, order))
  return fates.toSorted((one, other) => stages.indexOf(one) - stages.indexOf(other)).at(-1) ?? "unexplained"
}

const sideOf = ({ pattern }: OwnShape): Side => (pattern === "HEAD_AND_SHOULDERS" ? 1 : -1)

const isSameHead = (ours: OwnShape, { points, side }: TheirHead): boolean =>
  sideOf(ours) === side && Math.abs((ours.points[2] ?? 0) - (points[2] ?? 0)) <= nearby

const agreement = (ours: OwnShape, theirs: TheirHead): Kind => {
  const isSame = ours.points.every((point, place) => Math.abs(point - (theirs.points[place] ?? 0)) <= nearby)
  if (!isSame) return "sameHead"
  return ours.at === theirs.at ? "same" : ours.at < theirs.at ? "sooner" : "later"
}

/** How near a pattern came to being theirs: of several orders the one that goes furthest says why not. */
const stages: ReadonlyArray<Kind> = [
  "noTurnThere",
  "turnsLaterThere",
  "otherTurnsThere",
  "theirHead",
  "theirBalance",
  "theirTime",
  "theirBreak",
  "theirStart",
  "unexplained",
  "sameHead",
  "later",
  "sooner",
  "same"
]

const whyNotThere = (ours: OwnShape, series: string, order: number): Kind => {
  const side = sideOf(ours)
  const prices = ownShapes(series).candles.map(({ close }) => side * Math.log(close))
  const turns = rollingTurns(prices, order)
  const four = ours.points.slice(0, 4).map((point, place) =>
    turns
      .filter(({ index, isHigh }) => isHigh === (place % 2 === 0) && Math.abs(index - point) <= nearby)
      .toSorted((one, other) => Math.abs(one.index - point) - Math.abs(other.index - point))
      .at(0)
  )
  if (four.includes(undefined)) return "noTurnThere"
  if (four.some((turn) => turn !== undefined && turn.confirmedAt > ours.at)) return "turnsLaterThere"
  const indexes = four.flatMap((turn) => turn?.index ?? [])
  const lookedAt = turnsLookedAt(turns, ours.at)?.map(({ index }) => index)
  if (`${lookedAt}` !== `${indexes}`) return "otherTurnsThere"
  const judged = judgeHead(prices, indexes, ours.at)
  return typeof judged === "string" ? judged : "unexplained"
}

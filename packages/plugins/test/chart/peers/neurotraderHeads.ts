import type { Turn } from "../../pivots/Turn.ts"
import { rollingTurns } from "./rollingTurns.ts"
import { type Side, turnsFrom } from "./Side.ts"

/** Head and shoulders by the number of its candles. */
export interface TheirHead {
  readonly side: Side
  /** Left shoulder, left armpit, head, right armpit, right shoulder. */
  readonly points: ReadonlyArray<number>
  /** Where it begins at the neckline, and where it is told. */
  readonly start: number
  readonly at: number
  /** Of the neckline, in logarithms, and how far the head is from it. */
  readonly slope: number
  readonly height: number
}

/** A rule of theirs that a shape does not keep. */
type TheirHeadRule = "theirHead" | "theirBalance" | "theirTime" | "theirBreak" | "theirStart"

/**
 * What neurotrader888/TechnicalAnalysisAutomation, `head_shoulders.py`, finds in logarithms of closes, rewritten by its
 * rules: the newest four alternating turns up to the right armpit, and the highest close since for the right shoulder.
 * It tells one until the next turn of the armpits' kind is known.
 */
export const neurotraderHeads = (closes: ReadonlyArray<number>, order: number): ReadonlyArray<TheirHead> => {
  const logs = closes.map(Math.log)
  const turns = rollingTurns(logs, order)
  return sides.flatMap((side) => headsOf(side, logs, turns)).toSorted((one, other) => one.at - other.at)
}

/** The four turns up to the right armpit that they look at, at a candle; undefined while there are none that alternate. */
export const turnsLookedAt = (turns: ReadonlyArray<Turn>, at: number): ReadonlyArray<Turn> | undefined => {
  const known = turns.filter(({ confirmedAt }) => confirmedAt <= at).slice(-5)
  if (known.length < 5) return undefined
  const four = known.at(-1)?.isHigh === true ? known.slice(0, 4) : known.slice(1)
  return four.every(({ isHigh }, place) => place === 0 || isHigh !== four[place - 1]?.isHigh) ? four : undefined
}

/** What they make of four turns at a candle, the market being seen from the head's side: a head or the first rule that is broken. */
export const judgeHead = (
  prices: ReadonlyArray<number>,
  four: ReadonlyArray<number>,
  at: number
): Omit<TheirHead, "side"> | TheirHeadRule => {
  const [leftShoulder = 0, leftArmpit = 0, head = 0, rightArmpit = 0] = four
  const price = (index: number): number => prices[index] ?? Number.NaN
  if (at - rightArmpit < 2) return "theirBreak"
  const since = prices.slice(rightArmpit + 1, at)
  const rightShoulder = rightArmpit + 1 + since.indexOf(Math.max(...since))
  if (price(head) <= Math.max(price(leftShoulder), price(rightShoulder))) return "theirHead"
  const middle = (shoulder: number, armpit: number): number => 0.5 * (price(shoulder) + price(armpit))
  const isBalanced =
    price(leftShoulder) >= middle(rightShoulder, rightArmpit) &&
    price(rightShoulder) >= middle(leftShoulder, leftArmpit)
  if (!isBalanced) return "theirBalance"
  const [left, right] = [head - leftShoulder, rightShoulder - head]
  if (Math.max(left, right) > 2.5 * Math.min(left, right)) return "theirTime"
  const width = rightArmpit - leftArmpit
  const slope = (price(rightArmpit) - price(leftArmpit)) / width
  const neckline = (index: number): number => price(leftArmpit) + (index - leftArmpit) * slope
  if (price(at) > neckline(at)) return "theirBreak"
  const start = Array.from({ length: width - 1 }, (_, before) => leftShoulder - 1 - before).find(
    (index) => index < 0 || price(index) < neckline(index)
  )
  if (start === undefined || start < 0) return "theirStart"
  const points = [leftShoulder, leftArmpit, head, rightArmpit, rightShoulder]
  return { points, start, at, slope, height: price(head) - neckline(head) }
}

const sides = [1, -1] as const

const headsOf = (side: Side, logs: ReadonlyArray<number>, all: ReadonlyArray<Turn>): ReadonlyArray<TheirHead> => {
  const prices = logs.map((log) => side * log)
  const turns = turnsFrom(side, all)
  const heads: Array<TheirHead> = []
  let isTold = false
  for (const at of prices.keys()) {
    if (turns.some(({ isHigh, confirmedAt }) => confirmedAt === at && !isHigh)) isTold = false
    const four = turnsLookedAt(turns, at)?.map(({ index }) => index)
    if (isTold || four === undefined) continue
    const judged = judgeHead(prices, four, at)
    if (typeof judged === "string") continue
    isTold = true
    heads.push({ side, ...judged, slope: side * judged.slope })
  }
  return heads
}

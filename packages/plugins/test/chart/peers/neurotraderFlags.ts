import { importantPoints } from "./importantPoints.ts"
import { rollingTurns } from "./rollingTurns.ts"
import type { Side } from "./Side.ts"

/** A flag or pennant by the numbers of its candles. */
export interface TheirFlag {
  /** 1 after a rise. */
  readonly side: Side
  readonly isPennant: boolean
  readonly base: number
  readonly tip: number
  readonly at: number
}

/** A rule of theirs that a flag does not keep. */
type TheirFlagRule =
  | "theirShortFlag"
  | "theirLongFlag"
  | "theirDeepFlag"
  | "theirPoints"
  | "theirLines"
  | "theirBreakout"

/** The order of the turns that are bases. */
export const flagOrder = 12

/**
 * What neurotrader888/TechnicalAnalysisAutomation, `flags_pennants.py`, finds by important points in logarithms of closes,
 * rewritten by its rules: the newest turn is the base, the highest close since the tip. It tells one for each base.
 */
export const neurotraderFlags = (closes: ReadonlyArray<number>): ReadonlyArray<TheirFlag> => {
  const logs = closes.map(Math.log)
  const turns = rollingTurns(logs, flagOrder)
  return sides
    .flatMap((side) => {
      const prices = logs.map((log) => side * log)
      return turns
        .filter(({ isHigh }) => isHigh !== (side === 1))
        .flatMap(({ index: base, confirmedAt }, place, bases) => {
          const end = bases[place + 1]?.confirmedAt ?? prices.length
          for (let at = confirmedAt; at < end; at++) {
            const judged = judgeFlag(prices, base, at)
            if (typeof judged !== "string") return [{ side, ...judged }]
          }
          return []
        })
    })
    .toSorted((one, other) => one.at - other.at)
}

/** What they make of a base at a candle, the market being seen as rising from there: a flag or the first rule that is broken. */
export const judgeFlag = (
  prices: ReadonlyArray<number>,
  base: number,
  at: number
): Omit<TheirFlag, "side"> | TheirFlagRule => {
  const since = prices.slice(base, at + 1)
  const tip = base + since.indexOf(Math.max(...since))
  const [pole, width] = [tip - base, at - tip]
  if (width < Math.max(5, flagOrder / 2)) return "theirShortFlag"
  if (width > pole * 0.5) return "theirLongFlag"
  const flag = prices.slice(tip, at + 1)
  const [tipPrice = Number.NaN, basePrice = Number.NaN] = [prices[tip], prices[base]]
  if (tipPrice - Math.min(...flag) > (tipPrice - basePrice) * 0.5) return "theirDeepFlag"
  const [x0 = 0, x1 = 0, x2 = 0, x3 = 0, x4 = 0] = importantPoints(flag, 5)
  const y = (x: number): number => flag[x] ?? Number.NaN
  if (!(y(x2) > y(x1) && y(x2) > y(x3))) return "theirPoints"
  const upper = (y(x2) - y(x0)) / (x2 - x0)
  const lower = (y(x3) - y(x1)) / (x3 - x1)
  const meeting = upper === lower ? -width * 100 : (y(x1) - x1 * lower - y(x0)) / (upper - lower)
  if (meeting > -width && meeting <= x4) return "theirLines"
  if (y(x4) < y(x0) + upper * x4) return "theirBreakout"
  return { isPennant: lower > 0, base, tip, at }
}

const sides = [1, -1] as const

import type { Candles } from "../Candles.ts"
import { afterFall, afterRise } from "../leadIn.ts"
import type { RuleText } from "../Rule.ts"
import type { TalibValue } from "../TalibValue.ts"

/** A pattern with a memory: a setup that one of the next three candles may confirm. */
export interface HikkakeRule extends RuleText {
  /** Index of the first candle of a series at which TA-Lib tells the pattern, from 0. */
  readonly lookback: number
  /** Candles of which a setup is made. */
  readonly candles: number
  /** Where the newest candle points when it completes a setup: 1 up, -1 down, 0 when there is none. */
  readonly setup: (c: Candles) => -1 | 0 | 1
}

/** What is remembered of a setup until it is confirmed, replaced or too old. */
export interface HikkakeMemory {
  /** 0 when there is none. */
  direction: number
  /** Candles since the setup. */
  age: number
  /** Close beyond which it is confirmed: the high or low of the candle before the setup's newest. */
  level: number
}

export const noSetup = (): HikkakeMemory => ({ direction: 0, age: 0, level: 0 })

/** TA-Lib looks for setups three candles before it tells of any, so that the first can be a confirmation. */
export const candlesToConfirm = 3

/**
 * What TA-Lib's function returns at the newest candle: ±100 for a setup, ±200 for the confirmation of an earlier one, 0
 * for neither. A new setup replaces an earlier one, and wins over its confirmation by the same candle.
 */
export const follow = (memory: HikkakeMemory, rule: HikkakeRule, c: Candles): TalibValue | 0 => {
  const direction = rule.setup(c)
  if (direction !== 0) {
    memory.direction = direction
    memory.age = 0
    memory.level = direction > 0 ? c.high(1) : c.low(1)
    return direction > 0 ? 100 : -100
  }
  if (memory.direction === 0) return 0
  memory.age++
  const isBullish = memory.direction > 0
  const confirms = isBullish ? c.close(0) > memory.level : c.close(0) < memory.level
  if (confirms || memory.age === candlesToConfirm) memory.direction = 0
  if (!confirms) return 0
  return isBullish ? 200 : -200
}

/** The two patterns of this kind, by the names of TA-Lib's functions. */
export const hikkakes = {
  CDLHIKKAKE: {
    lookback: 5,
    candles: 3,
    means:
      "A candle inside the one before it, and a break out of it: the false one, for it is expected to turn and to catch " +
      "those who followed it. 200 instead of 100 says that the turn has come.",
    text:
      "A candle within the range of the one before it, then one with a lower high and a lower low (bullish) or a " +
      "higher high and a higher low (bearish). Confirmed, by 200, when one of the next three candles is the first " +
      "to close beyond the inside candle on the other side: above its high (bullish) or below its low (bearish). A " +
      "new one takes the place of one that waits.",
    words: [],
    example: afterRise([99, 102, 98, 101], [100, 101, 99, 100.5], [99.8, 100.6, 98.6, 99]),
    setup: (c) => (isInside(c, 1) ? brokenOut(c) : 0)
  },
  CDLHIKKAKEMOD: {
    lookback: 10,
    candles: 4,
    means:
      "A hikkake of two candles inside each other, of which the first closes at the end that the break leaves by, so that " +
      "the break looks all the more real and its failure counts for more.",
    text:
      "Two candles each within the range of the one before it, the first of which closes near its low (bullish) or " +
      "its high (bearish), then one with a lower high and a lower low (bullish) or a higher high and a higher low " +
      "(bearish). Confirmed, by 200, when one of the next three candles is the first to close beyond the second of " +
      "the two on the other side: above its high (bullish) or below its low (bearish). A new one takes the place of " +
      "one that waits.",
    words: ["near"],
    example: afterFall([100, 103, 97, 98], [98.5, 101, 97.5, 97.7], [98.5, 100, 98, 99.5], [99, 99.5, 97.6, 98]),
    setup: (c) => {
      if (!(isInside(c, 2) && isInside(c, 1))) return 0
      const direction = brokenOut(c)
      if (direction > 0) return c.close(2) <= c.low(2) + c.near(2) ? 1 : 0
      return direction < 0 && c.close(2) >= c.high(2) - c.near(2) ? -1 : 0
    }
  }
} satisfies Record<string, HikkakeRule>

export type HikkakeId = keyof typeof hikkakes

/** Whether the candle lies within the range of the one before it. */
const isInside = (c: Candles, age: number): boolean => c.high(age) < c.high(age + 1) && c.low(age) > c.low(age + 1)

/** Where a break out of the candle before points: against it. */
const brokenOut = (c: Candles): -1 | 0 | 1 => {
  if (c.high(0) < c.high(1) && c.low(0) < c.low(1)) return 1
  return c.high(0) > c.high(1) && c.low(0) > c.low(1) ? -1 : 0
}

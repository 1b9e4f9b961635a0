import type { Candle } from "../../domain/Candle.ts"
import type { Tick } from "../../domain/Tick.ts"
import {
  bearFlag,
  bullFlag,
  constantPrice,
  doubleBottom,
  doubleTop,
  headAndShoulders,
  randomWalk,
  range,
  trendDown,
  trendUp
} from "./courses.ts"
import { fallBackDay, halfDay, springForwardDay, twoSessions } from "./days.ts"
import {
  flashCrash,
  halt,
  highPrices,
  hugeCandle,
  missingCandles,
  pennyPrices,
  priceGaps,
  zeroVolume
} from "./disturbances.ts"
import type { Scenario } from "./Scenario.ts"
import { duplicateTicks, lateTicks, orderlyTicks, unorderedTicks } from "./tapes.ts"

/**
 * Stretches of a market as candles of a minute, repeatable by seed.
 *
 * @example
 * const candles = scenarios.doubleTop.make(7)
 * for (const { name, make } of Object.values(scenarios)) it(`stays calm in a ${name}`, () => check(make(1)))
 */
export const scenarios = {
  trendUp,
  trendDown,
  range,
  randomWalk,
  constantPrice,
  doubleTop,
  doubleBottom,
  headAndShoulders,
  bullFlag,
  bearFlag,
  priceGaps,
  missingCandles,
  halt,
  flashCrash,
  hugeCandle,
  zeroVolume,
  pennyPrices,
  highPrices,
  springForwardDay,
  fallBackDay,
  halfDay,
  twoSessions
} as const satisfies Readonly<Record<string, Scenario<Candle>>>

/** Stretches of a market as ticks of one symbol in order of arrival, repeatable by seed. */
export const tickScenarios = {
  orderlyTicks,
  lateTicks,
  duplicateTicks,
  unorderedTicks
} as const satisfies Readonly<Record<string, Scenario<Tick>>>

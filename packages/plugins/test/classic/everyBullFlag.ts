import type { Bar } from "./bars.ts"

/** A bull flag as the rules define it. */
export interface BullFlag {
  readonly poleLength: number
  readonly flagLength: number
  readonly confidence: number
}

/** Every bull flag that ends with the last candle, shortest poles first: the rules written down without any haste. */
export const everyBullFlag = (bars: ReadonlyArray<Bar>): ReadonlyArray<BullFlag> => {
  const found: Array<BullFlag> = []
  for (let poleLength = 3; poleLength <= Math.min(12, bars.length - 5); poleLength++) {
    for (let flagLength = 4; flagLength <= Math.min(15, bars.length - poleLength); flagLength++) {
      const pole = bars.slice(-poleLength - flagLength, -flagLength)
      const confidence = confidenceIn(pole, bars.slice(-flagLength))
      if (confidence !== undefined) found.push({ poleLength, flagLength, confidence })
    }
  }
  return found
}

const confidenceIn = (pole: ReadonlyArray<Bar>, flag: ReadonlyArray<Bar>): number | undefined => {
  const rise = highest(pole.slice(-2)) - lowest(pole.slice(0, 2))
  if (!(rise / lowest(pole.slice(0, 2)) >= Math.max(0.025, 0.04 - 0.002 * pole.length))) return undefined
  const third = Math.floor(pole.length / 3)
  const first = highest(pole.slice(0, third))
  const second = highest(pole.slice(third, 2 * third))
  if (!(second >= 0.995 * first || highest(pole.slice(2 * third)) >= 0.995 * second)) return undefined
  const middles = pole.map(([open, , , close]) => (open + close) / 2)
  if (!((middles.at(-1) ?? 0) > 1.005 * (middles[0] ?? 0))) return undefined
  if (!(highest(flag) <= 1.03 * highest(pole))) return undefined
  const range = (highest(flag) - lowest(flag)) / highest(flag)
  if (!(range >= 0.01 && range <= 0.15)) return undefined
  if (!(turns(flag.map(([, high, low]) => (high + low) / 2)) >= Math.max(1, Math.floor(flag.length / 3)))) {
    return undefined
  }
  const gain = (highest(pole) - lowest(pole)) / lowest(pole)
  const pullback = (highest(pole) - lowest(flag)) / (highest(pole) - lowest(pole))
  if (!(gain >= 0.02 && gain <= 0.5 && pullback >= 0.1 && pullback <= 0.8)) return undefined
  const gainBonus = gain > 0.08 ? 0.15 : gain > 0.05 ? 0.1 : gain > 0.03 ? 0.05 : 0
  const offHalf = (from: number, to: number) => pullback >= from && pullback <= to
  const pullbackBonus = offHalf(0.35, 0.55) ? 0.15 : offHalf(0.25, 0.65) ? 0.1 : offHalf(0.15, 0.75) ? 0.05 : 0
  const rangeBonus = range <= 0.05 ? 0.1 : range <= 0.08 ? 0.05 : 0
  const ratio = pole.length / flag.length
  const ratioBonus = ratio >= 0.3 && ratio <= 2 ? 0.05 : 0
  return Math.min(1, 0.6 + gainBonus + pullbackBonus + rangeBonus + ratioBonus)
}

const highest = (bars: ReadonlyArray<Bar>): number => Math.max(...bars.map(([, high]) => high))
const lowest = (bars: ReadonlyArray<Bar>): number => Math.min(...bars.map(([, , low]) => low))

/** How often the direction of a series changes, standing still counting as a fall. */
const turns = (series: ReadonlyArray<number>): number => {
  const rising = series.slice(1).map((value, index) => value - (series[index] ?? 0) > 0)
  return rising.slice(1).filter((value, index) => value !== rising[index]).length
}

import type { TalibValue } from "./TalibValue.ts"

/**
 * How much a match is worth, by the size of what TA-Lib's function returns. TA-Lib grades in three steps, and nothing else
 * is known of a match: 80 when ends only touch that should be apart, 100 for the pattern as it is defined, 200 when a
 * hikkake has been confirmed.
 */
export const confidenceOf = (value: TalibValue): number => confidences[value]

const confidences: Readonly<Record<TalibValue, number>> = {
  [-200]: 1,
  [-100]: 0.8,
  [-80]: 0.64,
  80: 0.64,
  100: 0.8,
  200: 1
}

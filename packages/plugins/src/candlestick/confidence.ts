/**
 * How much a match is worth, by the size of what TA-Lib's function returns. TA-Lib grades in three steps, and nothing else
 * is known of a match: 80 when ends only touch that should be apart, 100 for the pattern as it is defined, 200 when a
 * hikkake has been confirmed.
 */
export const confidenceOf = (value: number): number => confidences[Math.abs(value)] ?? 0

const confidences: Readonly<Record<number, number>> = { 80: 0.64, 100: 0.8, 200: 1 }

/**
 * Whether a value is another one, give or take a tolerance. TA-Lib compares twice; the distance of the two values can
 * round to another answer.
 */
export const within = (value: number, other: number, tolerance: number): boolean =>
  value <= other + tolerance && value >= other - tolerance

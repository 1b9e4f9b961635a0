/**
 * Wilder's smoothing: each candle leaves `(period - 1) / period` of what was. The first mean is that of `period` values.
 *
 * J. Welles Wilder: New Concepts in Technical Trading Systems (1978).
 */
export const smoothed = (mean: number, value: number, period: number): number => (mean * (period - 1) + value) / period

/** The share of what was that a candle leaves. */
export const keptPerCandle = (period: number): number => (period - 1) / period

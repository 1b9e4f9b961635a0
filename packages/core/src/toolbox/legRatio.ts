/**
 * How far price came back on a leg: the way from `turn` to `end` as a share of that from `start` to `turn`. Below 1 a
 * retracement, above 1 an extension. NaN when the leg has no length.
 *
 * @example
 * legRatio(10, 20, 13.82) // => 0.618
 */
export const legRatio = (start: number, turn: number, end: number): number => {
  const leg = Math.abs(turn - start)
  return leg === 0 ? Number.NaN : Math.abs(end - turn) / leg
}

/**
 * The price at which a leg is retraced by this share: 0 gives `turn`, 1 gives `start`, 1.618 goes beyond it.
 *
 * @example
 * retracementPrice(10, 20, 0.618) // => 13.82
 */
export const retracementPrice = (start: number, turn: number, share: number): number => turn + (start - turn) * share

/** The ratios by which harmonic patterns are told, each NaN when the leg it is measured on has no length. */
export interface XabcdRatios {
  /** AB of XA. */
  readonly xab: number
  /** BC of AB. */
  readonly abc: number
  /** CD of BC. */
  readonly bcd: number
  /** AD of XA: below 1 D is within XA, above 1 beyond X. */
  readonly xad: number
  /** CD of XC, by which a cypher is told. */
  readonly xcd: number
  /** CD of AB, 1 when the legs are equal. */
  readonly abcd: number
}

/**
 * The ratios of five alternating pivots' prices, as harmonic patterns name them.
 *
 * Scott M. Carney: Harmonic Trading, volume 1 (2010).
 *
 * @example
 * const { xab, xad } = xabcdRatios(10, 20, 13.82, 17, 12.14)
 */
export const xabcdRatios = (x: number, a: number, b: number, c: number, d: number): XabcdRatios => ({
  xab: legRatio(x, a, b),
  abc: legRatio(a, b, c),
  bcd: legRatio(b, c, d),
  xad: legRatio(x, a, d),
  xcd: legRatio(x, c, d),
  abcd: a === b ? Number.NaN : Math.abs(d - c) / Math.abs(b - a)
})

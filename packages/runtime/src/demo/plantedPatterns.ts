/**
 * One minute of a script. Prices are percent of the price before the script began, the volume is a multiple of the
 * stock's usual one.
 */
export type ScriptedCandle = readonly [open: number, high: number, low: number, close: number, volume: number]

/** The patterns that the demo plants: what the classic plugin finds. */
export type PlantedPattern = keyof typeof plantedPatterns

/**
 * A script of candles for each classic pattern; the last candle completes it.
 *
 * No script lets its own pattern trigger before its end, and its trigger candle is at least the fifth: so whatever
 * the market did by chance before the script cannot hold the planted pattern back for the usual five minutes.
 */
export const plantedPatterns = {
  FLAT_TOP_BREAKOUT: [
    [100, 100.15, 99.75, 99.98, 0.8],
    [99.98, 100.05, 99.65, 99.96, 0.8],
    [99.96, 100.5, 99.85, 100.1, 1],
    [100.1, 100.5, 99.95, 100.2, 0.9],
    [100.2, 101.4, 100.1, 101.2, 2.2]
  ],
  BULLISH_REVERSAL: [
    [100, 100.2, 99.75, 99.99, 0.8],
    [99.99, 101, 99.9, 100.9, 1.1],
    [100.9, 100.95, 100.2, 100.3, 1],
    [100.3, 100.35, 99.6, 99.7, 0.9],
    [99.7, 100.8, 99.65, 100.7, 1.6]
  ],
  BEARISH_REVERSAL: [
    [100, 100.25, 99.8, 100.01, 0.8],
    [100.01, 100.1, 99, 99.1, 1.1],
    [99.1, 99.8, 99.05, 99.7, 1],
    [99.7, 100.4, 99.65, 100.3, 0.9],
    [100.3, 100.35, 99.2, 99.3, 1.6]
  ],
  // The second peak comes five candles after the first, so that a chance peak of the same height before the script,
  // which would make the first peak a double top, is no reason to hold the second one back.
  DOUBLE_TOP: [
    [100, 100.6, 99.9, 100.5, 1],
    [100.5, 101, 100.3, 100.9, 1.1],
    [100.9, 101.5, 100.7, 101.4, 1.2],
    [101.4, 102, 101.2, 101.5, 1.3],
    [101.5, 101.6, 100.9, 101, 1],
    [101, 101.1, 100.4, 100.5, 0.9],
    [100.5, 100.9, 100.2, 100.7, 0.8],
    [100.7, 101.5, 100.6, 101.4, 1],
    [101.4, 102, 101.1, 101.3, 1.1],
    [101.3, 101.45, 100.8, 100.9, 1],
    [100.9, 101, 100.3, 100.4, 1],
    [100.4, 100.6, 99.9, 100, 1.1]
  ],
  DOUBLE_BOTTOM: [
    [100, 100.1, 99.4, 99.5, 1],
    [99.5, 99.7, 99, 99.1, 1.1],
    [99.1, 99.3, 98.5, 98.6, 1.2],
    [98.6, 98.8, 98, 98.5, 1.3],
    [98.5, 99.1, 98.4, 99, 1],
    [99, 99.6, 98.9, 99.5, 0.9],
    [99.5, 99.8, 99.1, 99.3, 0.8],
    [99.3, 99.4, 98.5, 98.6, 1],
    [98.6, 98.9, 98, 98.7, 1.1],
    [98.7, 99.2, 98.55, 99.1, 1],
    [99.1, 99.7, 99, 99.6, 1],
    [99.6, 100.1, 99.4, 100, 1.1]
  ],
  BULL_FLAG: [
    [100, 101, 99.9, 100.9, 1.6],
    [100.9, 102.1, 100.8, 102, 1.8],
    [102, 103.4, 101.9, 103.3, 2],
    [103.3, 105.2, 103.25, 105, 2.4],
    [104.3, 104.75, 103.7, 104.25, 1],
    [104.25, 104.3, 103.3, 103.4, 0.8],
    [103.4, 104.3, 103.35, 104.2, 0.8],
    [104.2, 104.25, 103.3, 103.4, 0.7]
  ],
  BEAR_FLAG: [
    [100, 100.2, 98.5, 98.6, 1.6],
    [98.6, 98.7, 96.7, 96.9, 1.8],
    [96.9, 97, 95.1, 95.2, 2],
    [95.2, 95.3, 93.4, 93.5, 2.2],
    [93.5, 93.6, 91.4, 91.6, 2.6],
    [91.6, 92.3, 91.5, 92.2, 1.1],
    [92.2, 93, 92.1, 92.9, 1],
    [92.9, 93.6, 92.8, 93.5, 0.9],
    [93.5, 93.55, 92.8, 92.9, 0.8],
    [92.9, 93.2, 92.5, 92.6, 0.8]
  ]
} as const satisfies Readonly<Record<string, ReadonlyArray<ScriptedCandle>>>

/**
 * What follows a pattern at once. A bull flag is found anew with every candle that makes it longer: let it come to
 * nothing.
 */
export const aftermaths: { readonly [Pattern in PlantedPattern]?: ReadonlyArray<ScriptedCandle> } = {
  BULL_FLAG: [
    [103.4, 103.5, 102.2, 102.3, 1],
    [102.3, 102.4, 101, 101.1, 1.1],
    [101.1, 101.2, 100, 100.2, 0.9]
  ]
}

/** The names of the planted patterns. */
export const plantedPatternNames = Object.keys(plantedPatterns) as [PlantedPattern, ...Array<PlantedPattern>]

/** Characters of the longest name of a pattern. */
export const longestPatternName = Math.max(...plantedPatternNames.map(({ length }) => length))

/** Minutes of the longest script. */
export const longestScript = Math.max(...Object.values(plantedPatterns).map(({ length }) => length))

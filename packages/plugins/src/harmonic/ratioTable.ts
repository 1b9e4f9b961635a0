import type { RatioName } from "./HarmonicPoints.ts"
import type { Limit, Measure, RatioRow } from "./RatioRow.ts"

// The ratios as the sources print them, some of which are roots of 2 and of 1/2.
/* oxlint-disable oxc/approx-constant */
const value = (ratio: RatioName, exactly: number): Measure => ({ ratio, from: exactly, to: exactly })
const range = (ratio: RatioName, from: number, to: number): Measure => ({ ratio, from, to })

const cWithinA: Limit = { ratio: "abc", most: 1, says: "C is not beyond A" }
const cBeyondA: Limit = { ratio: "abc", least: 1, says: "C is beyond A" }
const bWithinX: Limit = { ratio: "xab", most: 1, says: "B is not beyond X" }
const dWithinX: Limit = { ratio: "xad", most: 1, says: "D is not beyond X" }

const xabcd = ["X", "A", "B", "C", "D"] as const
const retracementOfAB = range("abc", 0.382, 0.886)

/**
 * The definitions by pattern, the narrowest first: of two that fit equally well the first is reported.
 */
export const ratioTable = {
  GARTLEY: {
    labels: xabcd,
    forms: [{ untilC: [value("xab", 0.618), retracementOfAB], ofD: [range("bcd", 1.13, 1.618), value("xad", 0.786)] }],
    defining: "xad",
    limits: [cWithinA, dWithinX],
    failsBeyond: "X",
    targetsTowards: "A",
    means: "A leg is retraced in three steps, the last of which ends short of where the leg began",
    source:
      "After H. M. Gartley and Scott M. Carney, in the figures that neurotrader888, djoffrey/HarmonicPatterns, chart-patterns and a TradingView list share",
    disagreements: [
      "pyharmonics and stock-pattern want BCD from 1.272",
      "djoffrey/HarmonicPatterns also demands that AB equals CD"
    ],
    example: [1.3, 0, 1, 0.382, 0.764, 0.214]
  },
  BAT: {
    labels: xabcd,
    forms: [
      { untilC: [range("xab", 0.382, 0.5), retracementOfAB], ofD: [range("bcd", 1.618, 2.618), value("xad", 0.886)] }
    ],
    defining: "xad",
    limits: [{ ratio: "xab", most: 0.618, says: "B is short of 0.618 of XA" }, cWithinA, dWithinX],
    failsBeyond: "X",
    targetsTowards: "A",
    means: "A shallow first step back on a leg, then a deep second one that ends just short of where the leg began",
    source: "After Scott M. Carney: Harmonic Trading, in the figures that most programs share",
    disagreements: ["djoffrey/HarmonicPatterns has 2.168 for 2.618, which looks like a slip"],
    example: [1.3, 0, 1, 0.51, 0.7795, 0.114]
  },
  ALTERNATE_BAT: {
    labels: xabcd,
    forms: [{ untilC: [value("xab", 0.382), retracementOfAB], ofD: [range("bcd", 2, 3.618), value("xad", 1.13)] }],
    defining: "xad",
    limits: [{ ratio: "xab", most: 0.382, says: "B is at 0.382 of XA or short of it" }, cWithinA],
    failsBeyond: "zone",
    targetsTowards: "A",
    means: "A bat whose last step goes a little beyond where the leg began",
    source: "After Scott M. Carney: Harmonic Trading, in the figures that most programs share",
    disagreements: ["djoffrey/HarmonicPatterns has 3.168 for 3.618, which looks like a slip"],
    example: [1.3, 0, 1, 0.618, 0.956, -0.13]
  },
  BUTTERFLY: {
    labels: xabcd,
    forms: [{ untilC: [value("xab", 0.786), retracementOfAB], ofD: [range("bcd", 1.618, 2.24), value("xad", 1.27)] }],
    defining: "xad",
    limits: [bWithinX, cWithinA],
    failsBeyond: "zone",
    targetsTowards: "A",
    means: "A deep first step back on a leg, then a second one that goes beyond where the leg began",
    source:
      "After Scott M. Carney: Harmonic Trading; BCD as neurotrader888, djoffrey/HarmonicPatterns and chart-patterns have it",
    disagreements: [
      "neurotrader888 and pyharmonics take XAD up to 1.41, tradecraft up to 1.618",
      "pyharmonics and tradecraft take BCD up to 2.618"
    ],
    example: [1.3, 0, 1, 0.214, 0.7, -0.27]
  },
  CRAB: {
    labels: xabcd,
    forms: [
      { untilC: [range("xab", 0.382, 0.618), retracementOfAB], ofD: [range("bcd", 2.618, 3.618), value("xad", 1.618)] }
    ],
    defining: "xad",
    limits: [bWithinX, cWithinA],
    failsBeyond: "zone",
    targetsTowards: "A",
    means: "The last step goes far beyond where the leg began, to 1.618 of it",
    source: "After Scott M. Carney: Harmonic Trading, in the figures that most programs share",
    disagreements: ["tradecraft and a cTrader list take BCD from 2.24", "chart-patterns takes XAB up to 0.886"],
    example: [1.3, 0, 1, 0.42, 0.876, -0.618]
  },
  DEEP_CRAB: {
    labels: xabcd,
    forms: [{ untilC: [value("xab", 0.886), retracementOfAB], ofD: [range("bcd", 2, 3.618), value("xad", 1.618)] }],
    defining: "xad",
    limits: [bWithinX, cWithinA],
    failsBeyond: "zone",
    targetsTowards: "A",
    means: "A crab whose first step back nearly reaches where the leg began",
    source: "After Scott M. Carney: Harmonic Trading; BCD as neurotrader888 and chart-patterns have it",
    disagreements: [
      "Carney lets B go beyond 0.886, up to X; here no further than the tolerance",
      "pyharmonics, djoffrey/HarmonicPatterns and a TradingView list take BCD from 2.227 or 2.24"
    ],
    example: [1.3, 0, 1, 0.114, 0.6615, -0.618]
  },
  CYPHER: {
    labels: xabcd,
    forms: [
      {
        untilC: [range("xab", 0.382, 0.618), range("abc", 1.13, 1.414)],
        ofD: [range("bcd", 1.272, 2), value("xcd", 0.786)]
      }
    ],
    defining: "xcd",
    limits: [cBeyondA, { ratio: "xcd", most: 1, says: "D is not beyond X" }],
    failsBeyond: "X",
    targetsTowards: "A",
    means: "A leg that is extended before it is retraced to 0.786 of its whole length",
    source: "After Darren Oglesbee, as traders pass it on: D at 0.786 of XC",
    disagreements: [
      "neurotrader888 and tradecraft measure D on XA (XAD 0.786) instead of XC; djoffrey/HarmonicPatterns takes either",
      "djoffrey/HarmonicPatterns takes XAB up to 0.786, and C at 1.272 to 1.414 of XA, not of AB"
    ],
    example: [1.3, 0, 1, 0.5, 1.136, 0.2431]
  },
  SHARK: {
    labels: xabcd,
    forms: [{ untilC: [range("abc", 1.13, 1.618)], ofD: [range("bcd", 1.618, 2.24), range("xad", 0.886, 1.13)] }],
    defining: "xad",
    limits: [bWithinX, cBeyondA],
    failsBeyond: "zone",
    targetsTowards: "A",
    means: "A last high beyond the one before, then a fast fall back to where the leg began",
    source:
      "After Scott M. Carney, who calls X A B C D 0 X A B C; in X A B C D as neurotrader888 and a TradingView list have it",
    disagreements: [
      "Carney measures 0.886 and 1.13 of the first leg from C",
      "of XAB pyharmonics wants 0.382 to 0.618, djoffrey/HarmonicPatterns 0.5 to 0.886, huy-tc 0.446 to 0.618; here it is free, as in neurotrader888"
    ],
    example: [1.5, 0, 1, 0.5, 1.15, 0]
  },
  FIVE_ZERO: {
    labels: xabcd,
    forms: [
      {
        untilC: [range("xab", 1.13, 1.618), range("abc", 1.618, 2.24)],
        ofD: [value("bcd", 0.5), value("abcd", 1)]
      }
    ],
    defining: "bcd",
    limits: [],
    failsBeyond: "zone",
    targetsTowards: "C",
    means: "A false break of X, a strong move the other way, and a pause that gives half of it back",
    source: "After Scott M. Carney; in X A B C D as djoffrey/HarmonicPatterns and quantwave-core have it",
    disagreements: [
      "Carney names half of BC for D; that CD is also as long as AB is demanded by djoffrey/HarmonicPatterns and quantwave-core, and here"
    ],
    example: [1.2, 0, 1, -0.272, 2.272, 1]
  },
  THREE_DRIVES: {
    labels: ["0", "1", "A", "2", "B", "3"],
    forms: [
      {
        untilC: [range("wxa", 0.618, 0.786), range("xab", 1.27, 1.618), range("abc", 0.618, 0.786)],
        ofD: [range("bcd", 1.27, 1.618), value("abcd", 1)]
      }
    ],
    defining: "bcd",
    limits: [],
    failsBeyond: "zone",
    targetsTowards: "A",
    means: "Three pushes in one direction, each as long as the one before, with like pauses between them",
    source: "As some Pine scripts have it; that drives are symmetric is taken as B3 being as long as A2",
    disagreements: [],
    example: [0.3, 1, 0, 0.7, -0.3, 0.4, -0.6]
  },
  AB_CD: {
    labels: ["A", "B", "C", "D"],
    forms: [
      { untilC: [value("abc", 0.382)], ofD: [range("bcd", 2.24, 2.618), value("abcd", 1)] },
      { untilC: [value("abc", 0.5)], ofD: [value("bcd", 2), value("abcd", 1)] },
      { untilC: [value("abc", 0.618)], ofD: [value("bcd", 1.618), value("abcd", 1)] },
      { untilC: [value("abc", 0.707)], ofD: [value("bcd", 1.414), value("abcd", 1)] },
      { untilC: [value("abc", 0.786)], ofD: [value("bcd", 1.27), value("abcd", 1)] },
      { untilC: [value("abc", 0.886)], ofD: [value("bcd", 1.13), value("abcd", 1)] }
    ],
    defining: "abcd",
    limits: [cWithinA],
    failsBeyond: "zone",
    targetsTowards: "A",
    means: "Two moves of the same length with a pause between them",
    source:
      "Reciprocal ratios of Scott M. Carney: Harmonic Trading, volume 1, chapter 4, as quantwave-core and pyharmonics cite them",
    disagreements: ["CD is also taken at 1.27 or 1.618 of AB"],
    example: [2, 0.3, 1, 0, 0.618, -0.382]
  }
} as const satisfies Readonly<Record<string, RatioRow>>

export type HarmonicPattern = keyof typeof ratioTable

/** What becomes of a pattern that one of two sides finds, and why. */
export const kinds = {
  same: { agrees: true, why: "The same pattern of the same pivots, told at the same candle." },
  sameElsewhere: {
    agrees: true,
    why: "The same pattern of the same pivots; what each side allows of D begins at another price, so that one tells it sooner."
  },
  dIsPivot: { agrees: true, why: "Price turned at the D that was told before it could be known as a pivot." },
  dMovedOn: {
    agrees: false,
    why: "Told while D was the furthest price so far, which then went on: here such a match is provisional."
  },
  otherPivots: {
    agrees: false,
    why: "X A B C are not neighbouring pivots of the other side's zig-zag."
  },
  notYetC: {
    agrees: false,
    why: "The same pivots, but at that candle C was not yet confirmed here, or the zig-zag had turned again."
  },
  shortLegs: { agrees: false, why: "The same pivots, but a leg is shorter than `minimumLeg` average true ranges." },
  tooLong: {
    agrees: false,
    why: "The same pivots, but they lie further apart than `within` candles, or before the warm-up."
  },
  legOff: {
    agrees: false,
    why: "One ratio is off by more than the tolerance. There the others may make up for it: only the sum counts."
  },
  cypherByXad: { agrees: false, why: "A cypher: there D is measured on XA, here on XC as traders define it." },
  limit: { agrees: false, why: "A limit of Carney's is broken, such as D beyond X in a bat." },
  unknownThere: { agrees: false, why: "A pattern that the other side does not look for." },
  countedTwice: {
    agrees: false,
    why: "Within the tolerance in each ratio, but there what is off a range counts twice, and the sum is too much."
  },
  otherPattern: {
    agrees: false,
    why: "The other side takes the same pivots for another pattern, which was nearer or came sooner: each tells one."
  },
  unexplained: { agrees: false, why: "Nobody knows." }
} as const

export type Kind = keyof typeof kinds

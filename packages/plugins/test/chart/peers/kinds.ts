import type { Fate } from "../../peers/comparison.ts"

/** What becomes of a shape or pivot that one of two sides finds, and why. */
export const kinds = {
  same: { agrees: true, why: "The same turns, told at the same candle." },
  sooner: {
    agrees: true,
    why: "The same turns, told sooner: with `completion` this detector does not wait for the break."
  },
  later: {
    agrees: true,
    why: "The same turns, told later: here the neckline goes through highs and lows, which price leaves after that of the closes."
  },
  sameHead: { agrees: true, why: "The same head; a shoulder or armpit is taken from another turn beside it." },
  samePause: { agrees: true, why: "The same pause after the same tip, told at the same candle." },
  pauseSooner: {
    agrees: true,
    why: "The same pause after the same tip, told sooner: at that candle their rule is not kept yet. There a tip must be 6 or, by trend lines, 10 candles old."
  },
  pauseLater: {
    agrees: true,
    why: "The same pause after the same tip; this detector tells it later: at their candle one of its own rules is not kept yet, such as a close beyond the candle before."
  },
  otherName: {
    agrees: true,
    why: "The same pause, a flag for one and a pennant for the other: there a rising lower line makes a pennant, here both lines must close in."
  },
  samePivot: { agrees: true, why: "The same high or low of the same candle." },

  smallSwing: {
    agrees: false,
    why: "From one of its turns price comes back by less than 2 average true ranges: here that is no turn. There a turn needs only so many lower (higher) closes on either side, however small the move."
  },
  moreTurns: {
    agrees: false,
    why: "Price turns more often than five times in it: here it is no head between two shoulders but a longer story."
  },
  headLow: { agrees: false, why: "The head is less than one average true range (`minimumHead`) above a shoulder." },
  shouldersUneven: {
    agrees: false,
    why: "The shoulders are further apart than `tolerance` or `toleranceAtr` allow. There each need only reach half of the other's height."
  },
  armpitsUneven: {
    agrees: false,
    why: "The armpits are further apart than `tolerance` or `toleranceAtr` allow: a slanted neckline, which is taken there at any slope."
  },
  flat: { agrees: false, why: "The head is less than `minimumHeight` average true ranges above the neckline." },
  lopsided: { agrees: false, why: "By highs and lows one shoulder is too far from the head (`asymmetry`)." },
  shoulderBelow: { agrees: false, why: "A shoulder is not above the neckline." },
  neverBroken: {
    agrees: false,
    why: "No candle closes beyond the neckline before price turns again: here the line goes through the lows, there through closes, which are passed earlier."
  },

  noTurnThere: {
    agrees: false,
    why: "A turn here is no highest or lowest close among its neighbours there, with any of the orders."
  },
  turnsLaterThere: {
    agrees: false,
    why: "A turn is known there only so many candles later as its order says, when this pattern is already broken."
  },
  otherTurnsThere: {
    agrees: false,
    why: "There other turns lie between, and only the newest four that alternate are looked at."
  },
  theirHead: { agrees: false, why: "By closes the head is no higher than a shoulder: it is one by its shadow alone." },
  theirBalance: { agrees: false, why: "By closes a shoulder does not reach half of the other's height." },
  theirTime: { agrees: false, why: "By closes one shoulder is too far from the head." },
  theirBreak: { agrees: false, why: "Price is not yet beyond the neckline through the closes." },
  theirStart: {
    agrees: false,
    why: "There price must have come through the neckline not long before the left shoulder, and did not."
  },

  noBase: { agrees: false, why: "Price does not turn by 2 average true ranges within 12 candles of the base." },
  otherBase: {
    agrees: false,
    why: "The turn at the base is at another candle by highs and lows than by closes: the pole begins elsewhere."
  },
  otherTip: {
    agrees: false,
    why: "From the base to the breakout price was further at another candle, by its shadow or, by trend lines, even by its close: here that is the tip."
  },
  longPole: {
    agrees: false,
    why: "The pole takes more than `poleCandles`, which are 12: a trend rather than a pole. There a flag has at least 6 candles (by trend lines 10) and its pole at least twice as many."
  },
  shortFlag: { agrees: false, why: "By highs and lows there are fewer than `flagCandles` before the breakout." },
  longFlag: { agrees: false, why: "The flag takes longer than `flagWidth` allows for its pole." },
  deepFlag: {
    agrees: false,
    why: "By shadows the flag gives back more than half of the pole; there closes count, and by trend lines three quarters are allowed."
  },
  shortPole: { agrees: false, why: "The pole is shorter than `minimumPole` average true ranges." },
  noThrust: {
    agrees: false,
    why: "The close is not beyond the high (or low) of the candle before: here that is no breakout."
  },
  insideLine: {
    agrees: false,
    why: "The close is still within the line that encloses all shadows; there the line goes through two closes."
  },
  noEvenLines: {
    agrees: false,
    why: "The lines neither run evenly nor close in from both sides, or run with the pole: no flag or pennant in any book."
  },

  noBaseThere: {
    agrees: false,
    why: "Its base is no lowest (highest) close among 12 on either side, or not known to be one in time."
  },
  otherBaseThere: { agrees: false, why: "There a newer base has taken its place." },
  toldThere: { agrees: false, why: "There that base has been told already, after another tip: it tells one for each." },
  shortPoleThere: {
    agrees: false,
    why: "By trend lines the tip must be known as a top of 10 candles on either side, and the pole be twice as long as that: none of less than 20 candles is found."
  },
  theirShortFlag: { agrees: false, why: "There the highest close must be at least 6 candles old." },
  theirLongFlag: {
    agrees: false,
    why: "There the flag may have half as many candles as the pole at the most, here `flagWidth` 1.5 times as many: fast poles need rest."
  },
  theirDeepFlag: { agrees: false, why: "By closes the flag gives back more than half of the pole." },
  theirPoints: { agrees: false, why: "The five points that stand out do not go down, up, down and up there." },
  theirLines: { agrees: false, why: "The lines through those points meet in the flag or spread too fast." },
  theirBreakout: { agrees: false, why: "The close is not beyond the line through those points." },

  smallTurn: {
    agrees: false,
    why: "The close does not come back by the zig-zag's reversal: a swing too small to count, or told by a shadow alone."
  },
  beforeKnown: {
    agrees: false,
    why: "The extreme came before the close that confirmed the turn before it. This zig-zag looks for the next one from that close on, so that it can be known then."
  },
  otherExtreme: {
    agrees: false,
    why: "Both turn on the way, at another candle each: theirs goes by the shadows of so many candles, this zig-zag begins anew at each turn that a close has confirmed."
  },
  unexplained: { agrees: false, why: "Nobody knows." }
} as const satisfies Readonly<Record<string, Fate>>

export type Kind = keyof typeof kinds

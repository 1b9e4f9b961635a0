/**
 * Confidence in a reversal, capped at 1. `strength` is the part of the move before that the last candle has won back.
 * It can be far below 0 when a price gap lies between the candles, and so can the result.
 *
 * The classic rules of the service that Mjolnir replaces.
 */
export const reversalConfidence = (volumeRises: boolean, passesFirstClose: boolean, strength: number): number => {
  let confidence = baseConfidence
  if (volumeRises) confidence += volumeBonus
  if (passesFirstClose) confidence += firstCloseBonus
  confidence += Math.min(strengthWeight * strength, strengthWeight)
  return Math.min(confidence, 1)
}

const baseConfidence = 0.5
const volumeBonus = 0.15
const firstCloseBonus = 0.15
/** What winning back the whole move is worth, and the most that strength can be worth. */
const strengthWeight = 0.2

/**
 * Steps of a confidence bonus: what passing a limit is worth. The first step that holds counts.
 *
 * @example
 * const gainBonus: BonusLadder = [
 *   { limit: 0.08, bonus: 0.15 },
 *   { limit: 0.05, bonus: 0.1 }
 * ]
 * bonusAbove(gainBonus, 0.06) // 0.1
 */
export type BonusLadder = ReadonlyArray<BonusStep>

/** One step of a bonus. */
export interface BonusStep {
  readonly limit: number
  readonly bonus: number
}

/** The bonus of the first step whose limit `value` exceeds, 0 when there is none. */
export const bonusAbove = (ladder: BonusLadder, value: number): number => stepAbove(ladder, value)?.bonus ?? 0

/** The bonus of the first step whose limit `value` reaches, 0 when there is none. */
export const bonusFrom = (ladder: BonusLadder, value: number): number => stepFrom(ladder, value)?.bonus ?? 0

/** The bonus of the first step whose limit `value` does not exceed, 0 when there is none. */
export const bonusUpTo = (ladder: BonusLadder, value: number): number => stepUpTo(ladder, value)?.bonus ?? 0

/** The first step whose limit `value` exceeds. */
export const stepAbove = (ladder: BonusLadder, value: number): BonusStep | undefined => {
  for (const step of ladder) if (value > step.limit) return step
  return undefined
}

/** The first step whose limit `value` reaches. */
export const stepFrom = (ladder: BonusLadder, value: number): BonusStep | undefined => {
  for (const step of ladder) if (value >= step.limit) return step
  return undefined
}

/** The first step whose limit `value` does not exceed. */
export const stepUpTo = (ladder: BonusLadder, value: number): BonusStep | undefined => {
  for (const step of ladder) if (value <= step.limit) return step
  return undefined
}

/** Bands of a confidence bonus, ends included. The first band that holds the value counts. */
export type BonusBands = ReadonlyArray<BonusBand>

/** One band of a bonus. */
export interface BonusBand {
  readonly from: number
  readonly to: number
  readonly bonus: number
}

/** The bonus of the first band that `value` lies in, 0 when there is none. */
export const bonusWithin = (bands: BonusBands, value: number): number => bandOf(bands, value)?.bonus ?? 0

/** The first band that `value` lies in. */
export const bandOf = (bands: BonusBands, value: number): BonusBand | undefined => {
  for (const band of bands) if (value >= band.from && value <= band.to) return band
  return undefined
}

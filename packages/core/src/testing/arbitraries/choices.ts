import { Arbitrary, Schema } from "effect"

/** Whole numbers from `minimum` to `maximum`, both included. Shrink to 0 or the bound next to it. */
export const whole = (minimum: number, maximum: number): Arbitrary.Arbitrary<number> =>
  Arbitrary.schema(Schema.Int.check(Schema.isBetween({ minimum, maximum })))

/** Mostly 0, else one of the whole numbers from `minimum` to `maximum`. Shrinks to 0. */
export const mostlyZero = (minimum: number, maximum: number): Arbitrary.Arbitrary<number> => {
  const other = whole(minimum, maximum)
  return Arbitrary.flatMap(whole(0, 3), (choice) => (choice === 3 ? other : zero))
}

const zero = Arbitrary.Constant(0)

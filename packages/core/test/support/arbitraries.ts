import { Arbitrary, Schema } from "effect"

/** Whole numbers from `minimum` to `maximum`, both included. */
export const whole = (minimum: number, maximum: number): Arbitrary.Arbitrary<number> =>
  Arbitrary.schema(Schema.Int.check(Schema.isBetween({ minimum, maximum })))

/** Values of one of the given kinds, each as likely as the others. */
export const oneOf = <A>(
  first: Arbitrary.Arbitrary<A>,
  ...others: ReadonlyArray<Arbitrary.Arbitrary<A>>
): Arbitrary.Arbitrary<A> => {
  const kinds = [first, ...others]
  return Arbitrary.flatMap(whole(0, others.length), (kind) => kinds[kind] ?? first)
}

/** One of the given values. */
export const pick = <A>(first: A, ...others: ReadonlyArray<A>): Arbitrary.Arbitrary<A> => {
  const values = [first, ...others]
  return Arbitrary.map(whole(0, others.length), (index) => values[index] ?? first)
}

/** The given items in any order. */
export const shuffled = <A>(items: ReadonlyArray<A>): Arbitrary.Arbitrary<Array<A>> =>
  Arbitrary.map(Arbitrary.all(items.map(() => whole(0, 1_000_000))), (keys) =>
    items
      .map((item, index) => ({ item, key: keys[index] ?? 0 }))
      .sort((one, other) => one.key - other.key)
      .map(({ item }) => item)
  )

/** Prices in cents as quote currency, above 0. */
export const price: Arbitrary.Arbitrary<number> = Arbitrary.map(whole(1, 5_000), (cents) => cents / 100)

import { Equal, Predicate } from "effect"

/**
 * True when `actual` equals `expected`, or is an object whose fields do for every field that `expected` has. Arrays are
 * equal when their items are.
 *
 * @example
 * hasAtLeast({ type: "subscribe", topic: "stock:AAPL" }, { type: "subscribe" }) // => true
 */
export const hasAtLeast = (actual: unknown, expected: unknown): boolean => {
  if (!Predicate.isObject(actual) || !Predicate.isObject(expected)) return Equal.equals(actual, expected)
  return Object.entries(expected).every(([name, value]) => name in actual && hasAtLeast(actual[name], value))
}

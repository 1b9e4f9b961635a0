import { Predicate } from "effect"

/**
 * The first place where two values of JSON differ, in words; undefined when they do not. Numbers are equal when they are
 * within `tolerance` of each other, as a share of the greater.
 *
 * @example
 * difference({ confidence: 0.7 }, { confidence: 0.6 }) // => "confidence: expected 0.7, actual 0.6"
 */
export const difference = (expected: unknown, actual: unknown, tolerance = 0, path = ""): string | undefined => {
  if (Object.is(expected, actual)) return undefined
  if (typeof expected === "number" && typeof actual === "number" && isNear(expected, actual, tolerance)) {
    return undefined
  }
  const areLists = Array.isArray(expected) && Array.isArray(actual)
  const areRecords = isRecord(expected) && isRecord(actual)
  if ((areLists && expected.length === actual.length) || areRecords) {
    for (const name of new Set([...Object.keys(expected), ...Object.keys(actual)])) {
      const inner = path === "" ? name : `${path}.${name}`
      const found = difference(Reflect.get(expected, name), Reflect.get(actual, name), tolerance, inner)
      if (found !== undefined) return found
    }
    return undefined
  }
  return `${path === "" ? "" : `${path}: `}expected ${shown(expected)}, actual ${shown(actual)}`
}

const isNear = (one: number, other: number, tolerance: number): boolean =>
  Math.abs(one - other) <= tolerance * Math.max(Math.abs(one), Math.abs(other))

const isRecord = (value: unknown): value is object => Predicate.isObject(value) && !Array.isArray(value)

/** JSON, cut off where it is too long for a message. */
const shown = (value: unknown): string => {
  if (value === undefined || (Array.isArray(value) && value.length === 0)) return "nothing"
  const text = JSON.stringify(value) ?? String(value)
  return text.length > longest ? `${text.slice(0, longest)}…` : text
}

const longest = 300

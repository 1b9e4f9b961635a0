import { Predicate } from "effect"

/**
 * The fields that a detector can read of a feature, nested ones with dots between. Methods are left out: those want
 * arguments. A field that cannot be read yet is one all the same.
 *
 * @example
 * readingFields(reading) // of macd(): ["value", "previous", "signal.value", "signal.previous", …]
 */
export const readingFields = (reading: object): ReadonlyArray<string> => fieldsWithin(reading, [])

/** What the field of a reading shows at this moment. */
export const readField = (reading: object, field: string): unknown => {
  let value: unknown = reading
  for (const name of field.split(".")) value = Predicate.isObject(value) ? Reflect.get(value, name) : undefined
  return value
}

const fieldsWithin = (reading: object, outer: ReadonlyArray<object>): ReadonlyArray<string> => {
  // What holds itself, or makes another of its kind each time that it is asked, has no end.
  if (outer.includes(reading) || outer.length === deepest) return []
  const fields = new Set<string>()
  for (let owner: object | null = reading; isOwn(owner); owner = Reflect.getPrototypeOf(owner)) {
    for (const field of Object.keys(Object.getOwnPropertyDescriptors(owner))) {
      if (field === "constructor") continue
      const value = valueSoFar(reading, field)
      if (Predicate.isObject(value))
        for (const inner of fieldsWithin(value, [...outer, reading])) fields.add(`${field}.${inner}`)
      else if (typeof value !== "function") fields.add(field)
    }
  }
  return [...fields]
}

/** Undefined when reading it throws, as it may while there is no candle. */
const valueSoFar = (reading: object, field: string): unknown => {
  try {
    return Reflect.get(reading, field)
  } catch {
    return undefined
  }
}

/** Readings within readings: more than any indicator has. */
const deepest = 4

const isOwn = (owner: object | null): owner is object =>
  owner !== null && owner !== Object.prototype && owner !== Array.prototype

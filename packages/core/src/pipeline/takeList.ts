import { promiseFault } from "../plugin/promiseFault.ts"

/** Of anything that is drawn or written down for a match nobody can tell more apart. */
export const mostDetails = 256

/** The items of a list as a list of the host's own, each read once; throws when it is none, or longer than `most`. */
export const takeList = <Item>(
  given: unknown,
  what: string,
  most: number,
  take: (item: unknown) => Item
): ReadonlyArray<Item> => {
  if (!Array.isArray(given)) throw new TypeError(promiseFault(given) ?? `${what} are not a list`)
  const count = given.length
  if (count > most) throw new RangeError(`${count} ${what}, more than ${most}`)
  return Array.from({ length: count }, (_, index) => take(given[index]))
}

/** A text such as a label; throws when it is none, or too long to be read. */
export const takeText = (given: unknown, missing: string): string => {
  if (typeof given !== "string") throw new TypeError(missing)
  if (given.length <= longestText) return given
  throw new RangeError(`a label of ${given.length} characters, more than ${longestText}`)
}

const longestText = 1_000

import { ascii, colon, quote, skipString, take, takeWord } from "./jsonBytes.ts"

/** The fields of a tick's frame that are read, one bit each. */
export const ticker = 1
export const timestamp = 2
export const price = 4
export const volume = 8
export const topic = 16
export const data = 32
export const sync = 64
/** A field that is not read; it may stand twice. */
const unread = 0

/** A field and its name in quotes, as it stands in a frame. */
interface FieldName {
  readonly field: number
  readonly quoted: Uint8Array
}

/**
 * Finds the names of a frame's fields. Producers repeat their order, so the name that stood in the same place last time
 * is tried first, and no more than that costs anything.
 */
export class FieldNames {
  readonly #lastAt: Array<FieldName>
  /** The field that `next` found. */
  field = unread

  constructor(places: number) {
    this.#lastAt = Array.from({ length: places }, () => noName)
  }

  /** The position behind the name and colon of the `place`-th field, -1 when it could change what the frame means. */
  next(bytes: Uint8Array, from: number, place: number): number {
    const last = this.#lastAt[place]
    if (last === undefined) return -1
    const behind = takeWord(bytes, from, last.quoted)
    if (behind < 0) return this.#learn(bytes, from, place)
    this.field = last.field
    return take(bytes, behind, colon)
  }

  #learn(bytes: Uint8Array, from: number, place: number): number {
    const start = take(bytes, from, quote)
    const behind = start < 0 ? -1 : skipString(bytes, start)
    if (behind < 0) return -1
    const name = nameBetween(bytes, start - 1, behind)
    if (meaningful.some(({ quoted }) => stands(quoted, bytes, start - 1, behind))) return -1
    this.#lastAt[place] = name
    this.field = name.field
    return take(bytes, behind, colon)
  }
}

/** The known name that stands there, or else a name of its own for a field that nobody reads. */
const nameBetween = (bytes: Uint8Array, start: number, end: number): FieldName => {
  for (const name of readNames) if (stands(name.quoted, bytes, start, end)) return name
  return { field: unread, quoted: bytes.slice(start, end) }
}

const stands = (quoted: Uint8Array, bytes: Uint8Array, start: number, end: number): boolean =>
  quoted.length === end - start && takeWord(bytes, start, quoted) === end

const namesOf = (fields: Readonly<Record<string, number>>): ReadonlyArray<FieldName> =>
  Object.entries(fields).map(([name, field]) => ({ field, quoted: ascii(`"${name}"`) }))

const readNames = namesOf({ ticker, timestamp, price, volume, topic, data, sync })

/** Fields that tell a broker's reply and a published pattern from a tick. */
const meaningful = namesOf({ type: unread, pattern: unread })

/** Stands nowhere: no name begins with this byte. */
const noName: FieldName = { field: unread, quoted: Uint8Array.of(0) }

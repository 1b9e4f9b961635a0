import { ascii, colon, quote, skipString, take, takeWord } from "./jsonBytes.ts"

/** The fields of a tick's frame that are read, one bit each. */
export const ticker = 1
export const timestamp = 2
export const price = 4
export const volume = 8
export const topic = 16
export const data = 32
export const sync = 64
/** A documented field that is not read; it may stand twice. */
const unread = 0

/** A field with its name as it stands in a frame: `"price":`. */
export interface FieldName {
  readonly field: number
  readonly text: Uint8Array
}

/**
 * Finds the names of a frame's fields. Producers repeat their order, so the name that stood in the same place last time
 * is tried first.
 */
export class FieldNames {
  readonly #lastAt: Array<FieldName>
  /** The field that `next` found. */
  field = unread

  constructor(places: number) {
    this.#lastAt = Array.from({ length: places }, () => anyName)
  }

  /** The position behind the name and colon of the `place`-th field, -1 when it could change what the frame means. */
  next(bytes: Uint8Array, from: number, place: number): number {
    const last = this.#lastAt[place]
    if (last === undefined) return -1
    const behind = takeWord(bytes, from, last.text)
    if (behind >= 0) {
      this.field = last.field
      return behind
    }
    const start = take(bytes, from, quote)
    const end = start < 0 ? -1 : skipString(bytes, start) - 1
    const name = end < 0 ? undefined : nameBetween(bytes, start, end)
    if (name === undefined) return -1
    this.#lastAt[place] = name
    this.field = name.field
    return take(bytes, end + 1, colon)
  }
}

const nameBetween = (bytes: Uint8Array, start: number, end: number): FieldName | undefined =>
  names.find(({ text }) => text.length === end - start + 3 && takeWord(bytes, start - 1, text.subarray(0, -1)) >= 0)

const names: ReadonlyArray<FieldName> = Object.entries({
  ticker,
  timestamp,
  price,
  volume,
  topic,
  data,
  sync,
  prev_price: unread,
  mav10: unread,
  float: unread,
  delta: unread,
  multiplier: unread,
  first_seen: unread
}).map(([name, field]) => ({ field, text: ascii(`"${name}":`) }))

const anyName: FieldName = { field: unread, text: ascii('"":') }

import { stockTopicPrefix } from "./BrokerMessage.ts"
import {
  ascii,
  backslash,
  closeBrace,
  comma,
  dot,
  lowerE,
  nullWord,
  openBrace,
  quote,
  skipSpace,
  skipValue,
  space,
  take,
  takeWord,
  tilde,
  upperE,
  zero
} from "./jsonBytes.ts"
import { data, FieldNames, price, sync, ticker, timestamp, topic, volume } from "./tickFields.ts"
import { millisFromWire } from "./wireTime.ts"

/**
 * Reads the tick out of a frame's bytes without making a string or an object, for the frames that nearly all are: a
 * flat tick, or a `stock:` envelope with its `sync`, in plain ASCII with plain numbers.
 *
 * `scan` answers true only when `decodeFrame` would find the same tick; of anything else (escapes, exponents, fields
 * twice, unknown fields, faults) it says false, and the frame has to be decoded. The fields hold the tick until the
 * next call.
 *
 * @example
 * if (scanner.scan(bytes)) ingest(bytes.subarray(scanner.symbolStart, scanner.symbolEnd), scanner.time, scanner.price)
 */
export class TickScanner {
  /** Where the symbol stands in the bytes. */
  symbolStart = 0
  symbolEnd = 0
  /** The first four bytes of the symbol and the four after them, the first in the lowest bits. */
  symbolLow = 0
  symbolHigh = 0
  /** Epoch milliseconds. */
  time = 0
  price = 0
  /** NaN when the frame does not say. */
  volume = Number.NaN
  /** True when the frame may carry a candle state, which `decodeFrame` reads. */
  hasCandleState = false

  readonly #topNames = new FieldNames(mostFields)
  readonly #dataNames = new FieldNames(mostFields)
  #number = 0
  #fields = 0

  scan(bytes: Uint8Array): boolean {
    this.volume = Number.NaN
    this.hasCandleState = false
    const end = this.#scanObject(bytes, 0, false)
    if (end < 0) return false
    const fields = this.#fields
    if ((fields & ~volume) !== flatTick && (fields & ~sync) !== envelope) return false
    return end === bytes.length || skipSpace(bytes, end) === bytes.length
  }

  /** Leaves the fields that the object had in `#fields`. */
  #scanObject(bytes: Uint8Array, from: number, isData: boolean): number {
    const names = isData ? this.#dataNames : this.#topNames
    let fields = 0
    let place = 0
    let at = take(bytes, from, openBrace)
    while (at >= 0) {
      if (bytes[at] === space) at++
      at = names.next(bytes, at, place++)
      const { field } = names
      if (at < 0 || (fields & field) !== 0) return -1
      fields |= field
      at = this.#scanValue(bytes, at, field, isData)
      if (at < 0) return -1
      const next = take(bytes, at, comma)
      if (next < 0) break
      at = next
    }
    this.#fields = fields
    return at < 0 ? -1 : take(bytes, at, closeBrace)
  }

  #scanValue(bytes: Uint8Array, from: number, field: number, isData: boolean): number {
    switch (field) {
      case ticker:
        return isData ? skipValue(bytes, from) : this.#scanSymbol(bytes, take(bytes, from, quote))
      case topic:
        return isData ? -1 : this.#scanTopic(bytes, take(bytes, from, quote))
      case timestamp: {
        const at = this.#scanNumber(bytes, skipSpace(bytes, from))
        this.time = millisFromWire(this.#number)
        return this.time > 0 ? at : -1
      }
      case price: {
        const at = this.#scanNumber(bytes, skipSpace(bytes, from))
        this.price = this.#number
        return this.price > 0 ? at : -1
      }
      case volume: {
        const start = skipSpace(bytes, from)
        const behindNull = takeWord(bytes, start, nullWord)
        if (behindNull >= 0) return behindNull
        const at = this.#scanNumber(bytes, start)
        this.volume = this.#number
        return at
      }
      case data: {
        const at = isData ? -1 : this.#scanObject(bytes, from, true)
        return (this.#fields & ~(ticker | volume)) === (timestamp | price) ? at : -1
      }
      case sync: {
        const at = isData ? -1 : skipValue(bytes, from)
        this.hasCandleState = at >= 0
        return at
      }
      default:
        return skipValue(bytes, from)
    }
  }

  #scanTopic(bytes: Uint8Array, from: number): number {
    const start = from < 0 ? -1 : takeWord(bytes, from, stockPrefix)
    return this.#scanSymbol(bytes, start)
  }

  #scanSymbol(bytes: Uint8Array, start: number): number {
    if (start < 0) return -1
    let low = 0
    let high = 0
    let at = start
    let byte = bytes[at] ?? 0
    while (byte !== quote) {
      if (byte <= space || byte > tilde || byte === backslash) return -1
      const shift = 8 * (at - start)
      if (shift < 32) low |= byte << shift
      else if (shift < 64) high |= byte << (shift - 32)
      byte = bytes[++at] ?? 0
    }
    this.symbolStart = start
    this.symbolEnd = at
    this.symbolLow = low
    this.symbolHigh = high
    return at > start && at - start <= longestSymbol ? at + 1 : -1
  }

  /**
   * A number without sign and exponent and of at most 15 digits, which a division by a power of ten makes exact. The
   * digits are gathered in two halves of 32-bit integers, which is three times as fast as adding them up as doubles.
   */
  #scanNumber(bytes: Uint8Array, start: number): number {
    let at = start
    let first = 0
    let second = 0
    let digits = 0
    let point = -1
    for (;;) {
      const digit = (bytes[at] ?? 0) - zero
      if (digit >= 0 && digit <= 9) {
        if (digits < firstHalf) first = (first * 10 + digit) | 0
        else second = (second * 10 + digit) | 0
        digits++
      } else if (digit === dot - zero && point < 0) {
        point = digits
      } else break
      at++
    }
    const places = point < 0 ? 0 : digits - point
    const whole = digits - places
    if (whole === 0 || digits > exactDigits || (point >= 0 && places === 0) || (whole > 1 && bytes[start] === zero))
      return -1
    const value = digits > firstHalf ? first * (powersOfTen[digits - firstHalf] ?? 0) + second : first
    this.#number = places === 0 ? value : value / (powersOfTen[places] ?? 0)
    const byte = bytes[at] ?? 0
    return byte === lowerE || byte === upperE ? -1 : at
  }
}

const flatTick = ticker | timestamp | price
const envelope = topic | data
const longestSymbol = 32
const mostFields = 16
const exactDigits = 15
const firstHalf = 9
const stockPrefix = ascii(stockTopicPrefix)
const powersOfTen = Float64Array.from({ length: exactDigits + 1 }, (_, places) => 10 ** places)

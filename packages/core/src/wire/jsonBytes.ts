/**
 * Steps over plain JSON in bytes: ASCII without escapes, numbers without exponent. Each function takes a position and
 * gives the one behind what it stepped over, or -1 when that is not there or not plain.
 */

/** The position of the next byte that is not white space. */
export const skipSpace = (bytes: Uint8Array, from: number): number => {
  let at = from
  while (isSpace(bytes[at])) at++
  return at
}

/** The position behind the `expected` byte, white space before it allowed. */
export const take = (bytes: Uint8Array, from: number, expected: number): number => {
  if (bytes[from] === expected) return from + 1
  const at = skipSpace(bytes, from)
  return bytes[at] === expected ? at + 1 : -1
}

/** The position behind `word`, which must stand at `from`. */
export const takeWord = (bytes: Uint8Array, from: number, word: Uint8Array): number => {
  for (let index = 0; index < word.length; index++) if (bytes[from + index] !== word[index]) return -1
  return from + word.length
}

/** The position behind the closing quote of a string whose opening quote is before `from`. */
export const skipString = (bytes: Uint8Array, from: number): number => {
  let at = from
  let byte = bytes[at] ?? 0
  while (byte !== quote) {
    if (byte < space || byte > tilde || byte === backslash) return -1
    byte = bytes[++at] ?? 0
  }
  return at + 1
}

/** The position behind any value. */
export const skipValue = (bytes: Uint8Array, from: number, depth = 0): number => {
  const at = skipSpace(bytes, from)
  const byte = bytes[at] ?? 0
  if (byte === quote) return skipString(bytes, at + 1)
  if (byte === openBrace || byte === openBracket) return depth < deepest ? skipNested(bytes, at, depth) : -1
  if (byte === minus) return skipNumber(bytes, at + 1)
  if (isDigit(byte)) return skipNumber(bytes, at)
  const word = byte === trueWord[0] ? trueWord : byte === falseWord[0] ? falseWord : nullWord
  return takeWord(bytes, at, word)
}

const isDigit = (byte: number): boolean => byte >= zero && byte <= nine

export const ascii = (word: string): Uint8Array => new TextEncoder().encode(word)

export const space = 0x20
export const quote = 0x22
export const comma = 0x2c
export const dot = 0x2e
export const zero = 0x30
const nine = 0x39
export const colon = 0x3a
export const upperE = 0x45
export const backslash = 0x5c
export const lowerE = 0x65
export const openBrace = 0x7b
export const closeBrace = 0x7d
export const tilde = 0x7e
export const nullWord = ascii("null")

const minus = 0x2d
const openBracket = 0x5b
const closeBracket = 0x5d
const trueWord = ascii("true")
const falseWord = ascii("false")
/** Deeper values are left to the real parser, so that no frame can exhaust the stack here. */
const deepest = 16

const isSpace = (byte: number | undefined): boolean => byte === space || byte === 10 || byte === 13 || byte === 9

const skipNested = (bytes: Uint8Array, from: number, depth: number): number => {
  const isObject = bytes[from] === openBrace
  const close = isObject ? closeBrace : closeBracket
  const empty = take(bytes, from + 1, close)
  if (empty >= 0) return empty
  let at = from
  do {
    at++
    if (isObject) {
      at = take(bytes, at, quote)
      if (at >= 0) at = skipString(bytes, at)
      if (at >= 0) at = take(bytes, at, colon)
      if (at < 0) return -1
    }
    at = skipValue(bytes, at, depth + 1)
    if (at < 0) return -1
    at = skipSpace(bytes, at)
  } while (bytes[at] === comma)
  return bytes[at] === close ? at + 1 : -1
}

const skipNumber = (bytes: Uint8Array, from: number): number => {
  let at = skipDigits(bytes, from)
  if (at === from || (at > from + 1 && bytes[from] === zero)) return -1
  if (bytes[at] === dot) {
    const fraction = at + 1
    at = skipDigits(bytes, fraction)
    if (at === fraction) return -1
  }
  return bytes[at] === lowerE || bytes[at] === upperE ? -1 : at
}

const skipDigits = (bytes: Uint8Array, from: number): number => {
  let at = from
  while (isDigit(bytes[at] ?? 0)) at++
  return at
}

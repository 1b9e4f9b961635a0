import { hash } from "node:crypto"

/** What all detections of a detector on one symbol and interval have in common. */
export interface DetectionSource {
  readonly symbol: string
  readonly interval: string
  /** `name@version`. */
  readonly detector: string
  readonly canonicalParams: string
}

/** What ids of one source begin with: the first 128 bits of its SHA-256 as four words. */
export type IdSeed = readonly [number, number, number, number]

/** Made once for each source. */
export const idSeed = ({ canonicalParams, detector, interval, symbol }: DetectionSource): IdSeed => {
  const digest = hash("sha256", JSON.stringify([symbol, interval, detector, canonicalParams]), "buffer")
  return [digest.readUInt32BE(0), digest.readUInt32BE(4), digest.readUInt32BE(8), digest.readUInt32BE(12)]
}

/**
 * 32 hexadecimal digits that depend on the source, the pattern and the starts of the anchor candles in epoch milliseconds
 * alone: the same candles give the same id on every replica, in a replay and after a restart, so a repeated delivery can
 * be recognised.
 *
 * MurmurHash3 x86_128 (Austin Appleby) over these, begun with the seed: nobody gains by making ids collide, and a
 * cryptographic hash costs more than all the rest of a detection.
 */
export const detectionId = (seed: IdSeed, pattern: string, anchors: ReadonlyArray<number>): string => {
  const count = writeWords(pattern, anchors)
  let [h1, h2, h3, h4] = seed
  for (let index = 0; index < count; index += 4) {
    h1 ^= scrambled(words[index] ?? 0, c1, 15, c2)
    h1 = (Math.imul((rotated(h1, 19) + h2) | 0, 5) + 0x561ccd1b) | 0
    h2 ^= scrambled(words[index + 1] ?? 0, c2, 16, c3)
    h2 = (Math.imul((rotated(h2, 17) + h3) | 0, 5) + 0x0bcaa747) | 0
    h3 ^= scrambled(words[index + 2] ?? 0, c3, 17, c4)
    h3 = (Math.imul((rotated(h3, 15) + h4) | 0, 5) + 0x96cd1c35) | 0
    h4 ^= scrambled(words[index + 3] ?? 0, c4, 18, c1)
    h4 = (Math.imul((rotated(h4, 13) + h1) | 0, 5) + 0x32ac3b17) | 0
  }
  const bytes = count * 4
  h1 ^= bytes
  h2 ^= bytes
  h3 ^= bytes
  h4 ^= bytes
  h1 = (h1 + h2 + h3 + h4) | 0
  h2 = (h2 + h1) | 0
  h3 = (h3 + h1) | 0
  h4 = (h4 + h1) | 0
  h1 = finished(h1)
  h2 = finished(h2)
  h3 = finished(h3)
  h4 = finished(h4)
  h1 = (h1 + h2 + h3 + h4) | 0
  return digits(h1) + digits((h2 + h1) | 0) + digits((h3 + h1) | 0) + digits((h4 + h1) | 0)
}

/** The words to be hashed, overwritten by each call: an id is made in one go. */
let words = new Uint32Array(64)

/** The lengths of both, the pattern's characters by two, then each time in two halves; padded to a multiple of four. */
const writeWords = (pattern: string, anchors: ReadonlyArray<number>): number => {
  const { length } = pattern
  const needed = 2 + Math.ceil(length / 2) + 2 * anchors.length
  const count = Math.ceil(needed / 4) * 4
  if (count > words.length) words = new Uint32Array(2 * count)
  let at = 0
  words[at++] = length
  words[at++] = anchors.length
  for (let index = 0; index < length; index += 2) {
    const second = index + 1 < length ? pattern.charCodeAt(index + 1) : 0
    words[at++] = (second << 16) | pattern.charCodeAt(index)
  }
  for (const time of anchors) {
    words[at++] = Math.floor(time / 2 ** 32)
    words[at++] = time
  }
  words.fill(0, at, count)
  return count
}

const c1 = 0x239b961b
const c2 = 0xab0e9789
const c3 = 0x38b34ae5
const c4 = 0xa1e38b93

const rotated = (word: number, bits: number): number => (word << bits) | (word >>> (32 - bits))

const scrambled = (word: number, before: number, bits: number, after: number): number =>
  Math.imul(rotated(Math.imul(word, before), bits), after)

const finished = (word: number): number => {
  let mixed = word ^ (word >>> 16)
  mixed = Math.imul(mixed, 0x85ebca6b)
  mixed ^= mixed >>> 13
  mixed = Math.imul(mixed, 0xc2b2ae35)
  return mixed ^ (mixed >>> 16)
}

const digits = (word: number): string =>
  `${hex[word >>> 24]}${hex[(word >>> 16) & 255]}${hex[(word >>> 8) & 255]}${hex[word & 255]}`

const hex: ReadonlyArray<string> = Array.from({ length: 256 }, (_, byte) => byte.toString(16).padStart(2, "0"))

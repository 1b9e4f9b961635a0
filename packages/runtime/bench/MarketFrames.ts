/**
 * A ring of prebuilt WebSocket frames: one tick of each symbol after the other, again and again, each round some seconds
 * of market time after the last. Prices walk at random from a fixed seed; timestamps are written into the frames just
 * before they are sent, so that market time goes on for ever.
 */
export class MarketFrames {
  readonly symbols: ReadonlyArray<string>
  readonly #bytes: Buffer
  readonly #starts: Int32Array
  readonly #timestamps: Int32Array
  readonly #millisPerRound: number
  #next = 0
  #time: number

  constructor(symbolCount: number, ticksPerSymbol: number, millisPerRound: number) {
    this.symbols = symbolNames(symbolCount)
    this.#time = Date.parse("2025-01-06T14:30:00Z")
    this.#millisPerRound = millisPerRound
    const count = symbolCount * ticksPerSymbol
    this.#starts = new Int32Array(count + 1)
    this.#timestamps = new Int32Array(count)
    this.#bytes = Buffer.alloc(count * longestFrame)
    const walk = randomWalks(symbolCount)
    let at = 0
    for (let index = 0; index < count; index++) {
      const symbolIndex = index % symbolCount
      const text = tickText(this.symbols[symbolIndex] ?? "", walk(symbolIndex))
      this.#starts[index] = at
      this.#timestamps[index] = at + frameHeaderBytes + text.indexOf(timestampPlace)
      at += writeTextFrame(this.#bytes, at, text)
    }
    this.#starts[count] = at
  }

  /** Market time of the round being sent. */
  get time(): number {
    return this.#time
  }

  /** The next `count` frames, fewer at the end of the ring. They are valid until the ring comes round again. */
  take(count: number): Buffer {
    const first = this.#next
    const last = Math.min(first + count, this.#timestamps.length)
    for (let index = first; index < last; index++) {
      if (index % this.symbols.length === 0) this.#time += this.#millisPerRound
      this.#writeTime(this.#timestamps[index] ?? 0)
    }
    this.#next = last === this.#timestamps.length ? 0 : last
    return this.#bytes.subarray(this.#starts[first], this.#starts[last])
  }

  /** The symbol of the next frame. */
  get nextSymbol(): string {
    return this.symbols[this.#next % this.symbols.length] ?? ""
  }

  #writeTime(at: number): void {
    let rest = this.#time
    for (let place = timestampPlace.length - 1; place >= 0; place--) {
      this.#bytes[at + place] = 0x30 + (rest % 10)
      rest = Math.floor(rest / 10)
    }
  }
}

/** `S00000`, `S00001`, … */
export const symbolNames = (count: number): ReadonlyArray<string> =>
  Array.from({ length: count }, (_, index) => `S${String(index).padStart(5, "0")}`)

/** The text of a tick whose timestamp is still to be written. */
const tickText = (symbol: string, price: number): string =>
  `{"ticker":"${symbol}","timestamp":${timestampPlace},"price":${price},"volume":100}`

const timestampPlace = "1000000000000"

/** A seeded random walk per symbol, in whole cents around 10 dollars. */
export const randomWalks = (count: number): ((index: number) => number) => {
  const cents = new Int32Array(count).fill(1_000)
  let seed = 42
  return (index) => {
    seed = (Math.imul(seed, 1_664_525) + 1_013_904_223) >>> 0
    const step = Math.floor((seed / 2 ** 32) * 7) - 3
    cents[index] = Math.max(200, (cents[index] ?? 0) + step)
    return (cents[index] ?? 0) / 100
  }
}

/** Bytes of a frame before its text. */
export const frameHeaderBytes = 2

const longestFrame = frameHeaderBytes + 96

/** Writes an unmasked text frame of at most 125 bytes (RFC 6455, 5.2) and says how long it is. */
const writeTextFrame = (bytes: Buffer, at: number, text: string): number => {
  bytes[at] = 0x81
  bytes[at + 1] = text.length
  return frameHeaderBytes + bytes.write(text, at + frameHeaderBytes, "latin1")
}

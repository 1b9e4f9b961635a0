import type { StockSymbol } from "../domain/StockSymbol.ts"
import { hashSymbol } from "../wire/TickScanner.ts"

/**
 * Values by symbol that can be looked up by the bytes of a frame, without making a string of them.
 *
 * @example
 * table.set(symbol, builder)
 * table.find(bytes, scanner.symbolStart, scanner.symbolEnd, scanner.symbolHash) // => builder
 */
export class SymbolTable<Value> {
  readonly #bySymbol = new Map<StockSymbol, Value>()
  #slots: Array<Entry<Value> | undefined> = [undefined]

  get size(): number {
    return this.#bySymbol.size
  }

  get(symbol: StockSymbol): Value | undefined {
    return this.#bySymbol.get(symbol)
  }

  entries(): MapIterator<[StockSymbol, Value]> {
    return this.#bySymbol.entries()
  }

  values(): MapIterator<Value> {
    return this.#bySymbol.values()
  }

  set(symbol: StockSymbol, value: Value): void {
    const isNew = !this.#bySymbol.has(symbol)
    this.#bySymbol.set(symbol, value)
    if (isNew && this.#bySymbol.size * 2 <= this.#slots.length) this.#insert(symbol, value)
    else this.#rebuild()
  }

  delete(symbol: StockSymbol): void {
    if (this.#bySymbol.delete(symbol)) this.#rebuild()
  }

  /** The value of the symbol spelled by `bytes[start, end)`, whose hash is given. */
  find(bytes: Uint8Array, start: number, end: number, hash: number): Value | undefined {
    const mask = this.#slots.length - 1
    for (let slot = spread(hash) & mask; ; slot = (slot + 1) & mask) {
      const entry = this.#slots[slot]
      if (entry === undefined) return undefined
      if (entry.hash === hash && spells(bytes, start, end, entry.bytes)) return entry.value
    }
  }

  #rebuild(): void {
    let length = 4
    while (length < this.#bySymbol.size * 4) length *= 2
    this.#slots = Array.from({ length }, () => undefined)
    for (const [symbol, value] of this.#bySymbol) this.#insert(symbol, value)
  }

  #insert(symbol: StockSymbol, value: Value): void {
    const bytes = encoder.encode(symbol)
    const hash = hashSymbol(bytes)
    const mask = this.#slots.length - 1
    let slot = spread(hash) & mask
    while (this.#slots[slot] !== undefined) slot = (slot + 1) & mask
    this.#slots[slot] = { hash, bytes, value }
  }
}

interface Entry<Value> {
  readonly hash: number
  readonly bytes: Uint8Array
  readonly value: Value
}

const encoder = new TextEncoder()

/** Mixes the high bits of the hash into the low ones, which choose the slot. */
const spread = (hash: number): number => hash ^ (hash >>> 15)

const spells = (bytes: Uint8Array, start: number, end: number, symbol: Uint8Array): boolean => {
  if (symbol.length !== end - start) return false
  for (let index = 0; index < symbol.length; index++) if (bytes[start + index] !== symbol[index]) return false
  return true
}

import type { StockSymbol } from "../domain/StockSymbol.ts"

/** The longest symbol that two 32-bit integers can spell. */
export const longestPackedSymbol = 8

/**
 * Values by symbol that can be looked up by the bytes of a frame, without making a string of them: a symbol of up to
 * eight characters is spelled by two integers, four characters each, the first in the lowest bits.
 *
 * @example
 * table.set(symbol, builder)
 * table.find(scanner.symbolLow, scanner.symbolHigh) // => builder
 */
export class SymbolTable<Value> {
  readonly #bySymbol = new Map<StockSymbol, Value>()
  /** The same map, for a text that may be no symbol. */
  readonly #byText: ReadonlyMap<string, Value> = this.#bySymbol
  /** Low and high integer of each slot; 0 and 0 in an empty one, which no symbol spells. */
  #spellings = new Int32Array(2 * fewestSlots)
  /** Undefined in an empty slot and in that of a deleted symbol, whose spelling stays until the slots are laid out anew. */
  #values: Array<Value | undefined> = Array.from({ length: fewestSlots }, () => undefined)
  #slotsTaken = 0

  get size(): number {
    return this.#bySymbol.size
  }

  get(symbol: string): Value | undefined {
    return this.#byText.get(symbol)
  }

  entries(): MapIterator<[StockSymbol, Value]> {
    return this.#bySymbol.entries()
  }

  values(): MapIterator<Value> {
    return this.#bySymbol.values()
  }

  set(symbol: StockSymbol, value: Value): void {
    this.#bySymbol.set(symbol, value)
    if (symbol.length > longestPackedSymbol) return
    if (2 * (this.#slotsTaken + 1) > this.#values.length) this.#layOutAnew()
    else this.#put(spell(symbol, 0), spell(symbol, 4), value)
  }

  delete(symbol: StockSymbol): void {
    if (!this.#bySymbol.delete(symbol) || symbol.length > longestPackedSymbol) return
    this.#values[this.#slotOf(spell(symbol, 0), spell(symbol, 4))] = undefined
  }

  /** The value of the symbol of at most eight characters that two integers spell. */
  find(low: number, high: number): Value | undefined {
    return this.#values[this.#slotOf(low, high)]
  }

  /** The slot with this spelling, or the empty one where it belongs. */
  #slotOf(low: number, high: number): number {
    const spellings = this.#spellings
    const mask = (spellings.length >> 1) - 1
    let slot = mix(low, high) & mask
    for (;;) {
      const found = spellings[2 * slot]
      if ((found === low && spellings[2 * slot + 1] === high) || found === 0) return slot
      slot = (slot + 1) & mask
    }
  }

  #put(low: number, high: number, value: Value): void {
    const slot = this.#slotOf(low, high)
    if (this.#spellings[2 * slot] === 0) this.#slotsTaken++
    this.#spellings[2 * slot] = low
    this.#spellings[2 * slot + 1] = high
    this.#values[slot] = value
  }

  #layOutAnew(): void {
    let slots = fewestSlots
    while (slots < 4 * this.#bySymbol.size) slots *= 2
    this.#spellings = new Int32Array(2 * slots)
    this.#values = Array.from({ length: slots }, () => undefined)
    this.#slotsTaken = 0
    for (const [symbol, value] of this.#bySymbol) {
      if (symbol.length <= longestPackedSymbol) this.#put(spell(symbol, 0), spell(symbol, 4), value)
    }
  }
}

const fewestSlots = 8

/** Four characters from `start` on as an integer, 0 for those that are not there. */
const spell = (symbol: string, start: number): number => {
  let spelled = 0
  for (let index = 0; index < 4; index++) spelled |= (symbol.charCodeAt(start + index) & 0x7f) << (8 * index)
  return spelled
}

/** Spreads the differences between spellings, which are mostly in their last characters, over the low bits. */
const mix = (low: number, high: number): number => {
  const mixed = Math.imul(low ^ Math.imul(high, 0x9e3779b1), 0x85ebca6b)
  return mixed ^ (mixed >>> 15)
}

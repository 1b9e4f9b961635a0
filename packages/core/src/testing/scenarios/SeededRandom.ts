import { Array, Order } from "effect"

/**
 * Chance that can be repeated: the same seed gives the same numbers, whatever runs beside it and for ever. Effect's
 * `Random` would do, but its sequence may change with its version, and every scenario with it.
 *
 * @example
 * const random = new SeededRandom(7)
 * random.whole(1, 6) // the same throw every time
 */
export class SeededRandom {
  #state: number

  constructor(seed: number) {
    this.#state = mixed(seed | 0)
  }

  /** A generator of its own for `part`, so that one part's appetite does not change what another gets. */
  forPart(part: number): SeededRandom {
    return new SeededRandom(mixed(this.#state ^ Math.imul(part + 1, oddStep)))
  }

  /** 0 ≤ x < 1. */
  next(): number {
    this.#state = (this.#state + oddStep) | 0
    return mixed(this.#state) / wholeRange + 0.5
  }

  between(from: number, to: number): number {
    return from + (to - from) * this.next()
  }

  /** A whole number, both ends included. */
  whole(from: number, to: number): number {
    return from + Math.floor(this.next() * (to - from + 1))
  }

  /** About 0 with a standard deviation of 1, never beyond ±6. */
  normal(): number {
    let sum = -6
    for (let draw = 0; draw < 12; draw++) sum += this.next()
    return sum
  }

  /** The items in another order. */
  shuffled<Item>(items: Array.NonEmptyReadonlyArray<Item>): Array.NonEmptyArray<Item> {
    const keyed = Array.map(items, (item) => ({ item, key: this.next() }))
    return Array.map(
      Array.sortWith(keyed, ({ key }) => key, Order.Number),
      ({ item }) => item
    )
  }
}

const wholeRange = 2 ** 32
/** The golden ratio of 32 bits: multiples of it are spread evenly. */
const oddStep = 0x9e_37_79_b9

/** The finalizer of MurmurHash3: every bit of the input changes half of the output's. */
const mixed = (bits: number): number => {
  const once = Math.imul(bits ^ (bits >>> 16), 0x85_eb_ca_6b)
  const twice = Math.imul(once ^ (once >>> 13), 0xc2_b2_ae_35)
  return (twice ^ (twice >>> 16)) | 0
}

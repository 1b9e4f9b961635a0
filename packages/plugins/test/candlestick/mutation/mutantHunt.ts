import { Record, Schema } from "effect"

import { CandleMemory } from "../../../src/candlestick/CandleMemory.ts"
import { Candles } from "../../../src/candlestick/Candles.ts"
import { CandlestickParams } from "../../../src/candlestick/CandlestickParams.ts"
import { formsByColour } from "../../../src/candlestick/formsByColour.ts"
import { type Prices, SeriesWindow } from "../SeriesWindow.ts"
import type { Mutant } from "./mutants.ts"

/** Candles and what TA-Lib's functions return at each: 0 for nothing, undefined where that is not known. */
export interface ExpectedSeries {
  readonly candles: ReadonlyArray<Prices>
  readonly expected: (index: number, pattern: string) => number | undefined
}

/** Looks for candles at which a mutant returns something else than TA-Lib, and keeps those for which there are none. */
export class MutantHunt {
  #alive: Array<{ readonly mutant: Mutant; readonly lists: ReturnType<typeof formsByColour> }>

  constructor(mutants: ReadonlyArray<Mutant>) {
    this.#alive = mutants.map((mutant) => ({
      mutant,
      lists: formsByColour(Record.singleton(mutant.pattern, mutant.rule))
    }))
  }

  get alive(): ReadonlyArray<Mutant> {
    return this.#alive.map(({ mutant }) => mutant)
  }

  /** Looks for them in a series. */
  over({ candles, expected }: ExpectedSeries): this {
    const memory = new CandleMemory()
    const views = Array.from({ length: 17 }, (_, lookback) => new Candles(memory, lookback))
    const window = new SeriesWindow(candles)
    for (let index = 0; index < candles.length && this.#alive.length > 0; index++) {
      memory.take(window.show(index), 0)
      const killed = new Set<Mutant>()
      for (const { lists, mutant } of this.#alive) {
        const known = expected(index, mutant.pattern)
        if (known === undefined || known === valueOf(lists[memory.colours] ?? [], views, index)) continue
        killed.add(mutant)
      }
      if (killed.size > 0) this.#alive = this.#alive.filter(({ mutant }) => !killed.has(mutant))
    }
    return this
  }
}

const valueOf = (
  list: ReturnType<typeof formsByColour>[number],
  views: ReadonlyArray<Candles>,
  index: number
): number => {
  for (const { found, lookback, when } of list) {
    const view = views[lookback]
    if (view !== undefined && index >= lookback && when(view, byDefault)) return Number(found.metadata["value"])
  }
  return 0
}

const byDefault = Schema.decodeSync(CandlestickParams)({})

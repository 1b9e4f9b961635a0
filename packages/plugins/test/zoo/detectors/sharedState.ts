import { defineDetector, noMatch } from "@mjolnir/core"
import { Schema } from "effect"

import type { BadDetector } from "../BadDetector.ts"
import { detectorWith, matchOf } from "../detectorWith.ts"

export const oneForAllSymbols: BadDetector = {
  bad: "Remembers the close before in a variable of its module, one for all symbols",
  caughtBy: ["C08"],
  make: () => {
    let before = Number.NaN
    return detectorWith({
      name: "one-for-all-symbols",
      history: 2,
      warmUp: 1,
      detect: (window) => {
        const isRise = window.size > 1 && window.close(0) > before
        before = window.close(0)
        return isRise ? [matchOf(window)] : noMatch
      }
    })
  }
}

export const oneForEachSymbol: BadDetector = {
  bad: "Remembers the close before in a table of its module, one for each symbol but for all plans and intervals",
  caughtBy: ["C08"],
  make: () => {
    const before = new Map<string, number>()
    return detectorWith({
      name: "one-for-each-symbol",
      history: 2,
      warmUp: 1,
      detect: (window, _state, _params, { symbol }) => {
        const isRise = window.size > 1 && window.close(0) > (before.get(symbol) ?? Number.NaN)
        before.set(symbol, window.close(0))
        return isRise ? [matchOf(window)] : noMatch
      }
    })
  }
}

export const stateThatDoesNotSurvive: BadDetector = {
  bad: "Has a state that matters and no schema for it, so that a restart loses it",
  caughtBy: ["C09"],
  make: () =>
    defineDetector({
      name: "state-that-does-not-survive",
      version: "1.0.0",
      summary: "Three rising closes in a row, counted",
      emits: ["RISING"],
      params: Schema.Struct({}),
      history: 5,
      warmUp: 1,
      state: { init: () => ({ rises: 0, before: Number.NaN }) },
      detect: (window, state) => {
        state.rises = window.close(0) > state.before ? state.rises + 1 : 0
        state.before = window.close(0)
        return state.rises >= 3 ? [{ ...matchOf(window), pattern: "RISING" }] : noMatch
      }
    })
}

export const schemaThatLosesAPart: BadDetector = {
  bad: "Has a schema that keeps only a part of its state",
  caughtBy: ["C09"],
  make: () =>
    defineDetector({
      name: "schema-that-loses-a-part",
      version: "1.0.0",
      summary: "Three rising closes in a row, counted",
      emits: ["RISING"],
      params: Schema.Struct({}),
      history: 5,
      warmUp: 1,
      state: {
        init: (): { rises: number; before?: number } => ({ rises: 0 }),
        schema: Schema.Struct({ rises: Schema.mutableKey(Schema.Int) })
      },
      detect: (window, state) => {
        state.rises = window.close(0) > (state.before ?? Number.NaN) ? state.rises + 1 : 0
        state.before = window.close(0)
        return state.rises >= 3 ? [{ ...matchOf(window), pattern: "RISING" }] : noMatch
      }
    })
}

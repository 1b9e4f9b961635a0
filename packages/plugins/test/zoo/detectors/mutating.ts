import { defineDetector, defineFeature, noMatch } from "@mjolnir/core"
import { Effect, Schema } from "effect"

import type { BadDetector } from "../BadDetector.ts"
import { detectorWith, matchOf, rises } from "../detectorWith.ts"

export const changesTheWindow: BadDetector = {
  bad: "Puts a field into the window",
  caughtBy: ["C11", "C13"],
  fault: "threw TypeError",
  make: () =>
    detectorWith({
      name: "changes-the-window",
      detect: (window) => {
        Object.assign(window, { seen: true })
        return rises(window) ? [matchOf(window)] : noMatch
      }
    })
}

export const changesTheWindowInSecret: BadDetector = {
  bad: "Tries to make the window lie, and hides that it failed",
  caughtBy: ["C13"],
  make: () =>
    detectorWith({
      name: "changes-the-window-in-secret",
      detect: (window) => {
        Reflect.defineProperty(window, "close", { value: () => 1 })
        Reflect.set(window, "size", 1_000)
        return rises(window) ? [matchOf(window)] : noMatch
      }
    })
}

export const changesAReading: BadDetector = {
  bad: "Sorts the list that a feature shows, which others read as well",
  caughtBy: ["C13"],
  make: () =>
    defineDetector({
      name: "changes-a-reading",
      version: "1.0.0",
      summary: "Close at the highest of the newest three",
      emits: ["RISING"],
      params: Schema.Struct({}),
      history: 1,
      features: { closes: newestCloses },
      detect: (window, _state, _params, { features: { closes } }) => {
        const highest = closes.list.sort((one, other) => other - one)[0] ?? Number.NaN
        return window.close(0) >= highest ? [{ ...matchOf(window), pattern: "RISING" }] : noMatch
      }
    })
}

const newestCloses = defineFeature({
  name: "newest-closes",
  version: "1.0.0",
  summary: "The newest three closes",
  warmUp: 3,
  history: 3,
  state: {
    init: () => ({ list: new Array<number>() }),
    schema: Schema.Struct({ list: Schema.mutableKey(Schema.mutable(Schema.Array(Schema.Finite))) })
  },
  update: (state, window) => {
    state.list = [window.close(0), window.close(1), window.close(2)].slice(0, window.size)
  },
  reading: (state) => ({
    get list() {
      return state().list
    }
  })
})

export const changesItsParams: BadDetector = {
  bad: "Raises its own threshold with every match, in the params that all symbols share",
  caughtBy: ["C11"],
  fault: "threw TypeError: Cannot assign to read only property 'minimumGain'",
  make: () =>
    defineDetector({
      name: "changes-its-params",
      version: "1.0.0",
      summary: "Two rising closes in a row",
      emits: ["RISING"],
      params: Schema.Struct({ minimumGain: Schema.Finite.pipe(Schema.withDecodingDefaultKey(Effect.succeed(0))) }),
      history: 3,
      detect: (window, _state, params) => {
        const gain = window.close(0) / window.close(2) - 1
        if (!(rises(window) && gain > params.minimumGain)) return noMatch
        Object.assign(params, { minimumGain: gain / 2 })
        return [{ ...matchOf(window), pattern: "RISING" }]
      }
    })
}

export const changesWhenExplained: BadDetector = {
  bad: "Counts in its state how often it was asked for near misses, and lets that decide",
  caughtBy: ["C13"],
  make: () =>
    defineDetector({
      name: "changes-when-explained",
      version: "1.0.0",
      summary: "Two rising closes in a row",
      emits: ["RISING"],
      params: Schema.Struct({}),
      history: 3,
      warmUp: 1,
      state: { init: () => ({ asked: 0 }), schema: Schema.Struct({ asked: Schema.mutableKey(Schema.Int) }) },
      detect: (window, state) =>
        rises(window) && state.asked > 0 ? [{ ...matchOf(window), pattern: "RISING" }] : noMatch,
      nearMisses: (_window, state) => {
        state.asked = 1
        return []
      }
    })
}

export const pollutesTheLanguage: BadDetector = {
  bad: "Gives every array of the process a method",
  caughtBy: ["C13"],
  make: () =>
    detectorWith({
      name: "pollutes-the-language",
      detect: (window) => {
        Reflect.set(Array.prototype, pollution, () => undefined)
        return rises(window) ? [matchOf(window)] : noMatch
      }
    })
}

/** What it leaves behind, for tests to clear away. */
export const pollution = "lastOfZoo"

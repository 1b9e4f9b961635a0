import { defineDetector, noMatch } from "@mjolnir/core"
import { Schema } from "effect"

import type { BadDetector } from "../BadDetector.ts"
import { detectorWith, matchOf } from "../detectorWith.ts"

export const readsBeyondHistory: BadDetector = {
  bad: "Declares a history of 3 candles and reads the tenth",
  caughtBy: ["C05"],
  make: () =>
    detectorWith({
      name: "reads-beyond-history",
      detect: (window) => (window.close(0) > window.close(9) ? [matchOf(window)] : noMatch)
    })
}

export const remembersBeyondHistory: BadDetector = {
  bad: "Declares a history of 3 candles and remembers 10 closes in its state",
  caughtBy: ["C06"],
  make: () =>
    defineDetector({
      name: "remembers-beyond-history",
      version: "1.0.0",
      summary: "Close above the mean of the ten before it",
      emits: ["RISING"],
      params: Schema.Struct({}),
      history: 3,
      warmUp: 1,
      state: {
        init: () => ({ closes: new Array<number>() }),
        schema: Schema.Struct({ closes: Schema.mutable(Schema.Array(Schema.Finite)) })
      },
      detect: (window, { closes }) => {
        const isAbove = closes.length === 10 && window.close(0) > meanOf(closes)
        closes.push(window.close(0))
        if (closes.length > 10) closes.shift()
        return isAbove ? [{ ...matchOf(window), pattern: "RISING" }] : noMatch
      }
    })
}

export const remembersInModule: BadDetector = {
  bad: "Declares a history of 3 candles and remembers 10 closes in a variable of its module",
  caughtBy: ["C01"],
  make: () => {
    const closes: Array<number> = []
    return detectorWith({
      name: "remembers-in-module",
      detect: (window) => {
        const isAbove = closes.length === 10 && window.close(0) > meanOf(closes)
        closes.push(window.close(0))
        if (closes.length > 10) closes.shift()
        return isAbove ? [matchOf(window)] : noMatch
      }
    })
  }
}

export const warmUpTooSmall: BadDetector = {
  bad: "Wants the mean of 20 candles and takes that of 2 while there are no more",
  caughtBy: ["C06"],
  make: () =>
    detectorWith({
      name: "warm-up-too-small",
      history: 20,
      warmUp: 2,
      detect: (window) => {
        let sum = 0
        for (let age = 0; age < window.size; age++) sum += window.close(age)
        return window.close(0) > (1.001 * sum) / window.size ? [matchOf(window)] : noMatch
      }
    })
}

const meanOf = (values: ReadonlyArray<number>): number => values.reduce((sum, value) => sum + value, 0) / values.length

import { noMatch } from "@mjolnir/core"

import type { BadDetector } from "../BadDetector.ts"
import { detectorWith, matchOf, rises } from "../detectorWith.ts"

export const slow: BadDetector = {
  bad: "Compares every candle of its history with every other one",
  caughtBy: ["C14"],
  make: () =>
    detectorWith({
      name: "slow",
      history: 60,
      detect: (window) => {
        let pairs = 0
        for (let one = 0; one < window.size; one++) {
          for (let other = 0; other < window.size; other++) if (window.close(one) > window.close(other)) pairs++
        }
        return rises(window) && pairs > 0 ? [matchOf(window)] : noMatch
      }
    })
}

export const leaksMemory: BadDetector = {
  bad: "Keeps a copy of the window of every candle",
  caughtBy: ["C15"],
  make: () => {
    const kept: Array<ReadonlyArray<number>> = []
    return detectorWith({
      name: "leaks-memory",
      history: 50,
      detect: (window) => {
        kept.push(Array.from({ length: window.size }, (_, age) => window.close(age)))
        return rises(window) ? [matchOf(window)] : noMatch
      }
    })
  }
}

import { noMatch } from "@mjolnir/core"

import type { BadDetector } from "../BadDetector.ts"
import { detectorWith, matchOf } from "../detectorWith.ts"

export const relativeInCents: BadDetector = {
  bad: "States a relative price scale and compares with ten cents",
  caughtBy: ["C10"],
  make: () =>
    detectorWith({
      name: "relative-in-cents",
      priceScale: "relative",
      detect: (window) => (window.close(0) - window.close(1) > 0.1 ? [matchOf(window)] : noMatch)
    })
}

export const relativeTarget: BadDetector = {
  bad: "States a relative price scale and puts its price ten cents above the close",
  caughtBy: ["C10"],
  make: () =>
    detectorWith({
      name: "relative-target",
      priceScale: "relative",
      detect: (window) =>
        window.close(0) > window.close(1) ? [matchOf(window, { price: window.close(0) + 0.1 })] : noMatch
    })
}

export const exampleOfAnother: BadDetector = {
  bad: "Describes its pattern by an example in which it finds nothing",
  caughtBy: ["C16"],
  make: () =>
    detectorWith({
      name: "example-of-another",
      patterns: {
        RISING: {
          means: "The price rises.",
          rule: "three closes, each above the one before",
          source: "made up",
          example: [
            [3, 3, 3, 3],
            [2, 2, 2, 2],
            [1, 1, 1, 1]
          ]
        }
      }
    })
}

import { type Match, noMatch, point } from "@mjolnir/core"

import type { BadDetector } from "../BadDetector.ts"
import { detectorWith, matchOf, rises } from "../detectorWith.ts"

/** Returns the match with these differences whenever closes rise. */
const matching = (name: string, differences: Partial<Match>) => () =>
  detectorWith({ name, detect: (window) => (rises(window) ? [matchOf(window, differences)] : noMatch) })

export const priceThatIsNone: BadDetector = {
  bad: "Returns a price of NaN",
  caughtBy: ["C11"],
  fault: "price is NaN",
  make: matching("price-that-is-none", { price: Number.NaN })
}

export const confidenceThatIsNone: BadDetector = {
  bad: "Returns a confidence of NaN",
  caughtBy: ["C11"],
  fault: "confidence is NaN",
  make: matching("confidence-that-is-none", { confidence: Number.NaN })
}

export const negativeConfidence: BadDetector = {
  bad: "Returns a negative confidence",
  caughtBy: ["C11"],
  fault: "confidence is -0.1",
  make: matching("negative-confidence", { confidence: -0.1 })
}

export const confidenceAsText: BadDetector = {
  bad: "Returns a confidence that is a text, as from a form",
  caughtBy: ["C11"],
  fault: "confidence is of type string",
  make: () =>
    detectorWith({
      name: "confidence-as-text",
      detect: (window) => (rises(window) ? untyped([{ ...matchOf(window), confidence: "0.75" }]) : noMatch)
    })
}

export const forgetsTheTrigger: BadDetector = {
  bad: "Returns a match without the age of the candle that triggers it",
  caughtBy: ["C11"],
  fault: "trigger is of type undefined",
  make: () =>
    detectorWith({
      name: "forgets-the-trigger",
      detect: (window) => {
        const { trigger: _, ...match } = matchOf(window)
        return rises(window) ? untyped([match]) : noMatch
      }
    })
}

export const undeclaredPattern: BadDetector = {
  bad: "Returns a pattern that is not in emits",
  caughtBy: ["C11"],
  fault: "pattern FALLING is not declared in emits",
  make: matching("undeclared-pattern", { pattern: "FALLING" })
}

export const anchorOutsideTheWindow: BadDetector = {
  bad: "Names a candle older than its history as an anchor",
  caughtBy: ["C11"],
  fault: "candle age 3 is outside the window of 3",
  make: matching("anchor-outside-the-window", { anchors: [3, 0] })
}

export const metadataThatIsNone: BadDetector = {
  bad: "Divides by a volume of zero for its metadata",
  caughtBy: ["C11"],
  fault: "metadata ratio is Infinity",
  make: matching("metadata-that-is-none", { metadata: { ratio: 1 / 0 } })
}

export const floodOfMatches: BadDetector = {
  bad: "Returns a thousand matches for one candle",
  caughtBy: ["C11"],
  fault: "returned 1000 matches for one candle",
  make: () =>
    detectorWith({
      name: "flood-of-matches",
      detect: (window) => Array.from({ length: 1_000 }, () => matchOf(window))
    })
}

export const throwsAlways: BadDetector = {
  bad: "Throws at every candle",
  caughtBy: ["C11"],
  fault: "threw Error: always",
  make: () =>
    detectorWith({
      name: "throws-always",
      detect: () => {
        throw new Error("always")
      }
    })
}

export const throwsAtACandle: BadDetector = {
  bad: "Throws at its two-hundredth call",
  caughtBy: ["C01", "C11"],
  fault: "threw Error: at last",
  make: () => {
    let calls = 0
    return detectorWith({
      name: "throws-at-a-candle",
      detect: (window) => {
        if (++calls === 200) throw new Error("at last")
        return rises(window) ? [matchOf(window)] : noMatch
      }
    })
  }
}

export const promisesMatches: BadDetector = {
  bad: "Is asynchronous, and returns a promise in the place of matches",
  caughtBy: ["C11"],
  fault: "returned a promise",
  make: () =>
    detectorWith({ name: "promises-matches", detect: (window) => untyped(Promise.resolve([matchOf(window)])) })
}

export const explanationThatDoesNotSum: BadDetector = {
  bad: "Explains a confidence of 0.75 by rules that sum to 0.5",
  caughtBy: ["C11"],
  fault: "the rule scores sum to 0.5",
  make: () =>
    detectorWith({
      name: "explanation-that-does-not-sum",
      explain: () => [{ rule: "rise", value: 2, threshold: 2, score: 0.5 }]
    })
}

export const annotationOutsideTheWindow: BadDetector = {
  bad: "Draws a point at a candle older than its history",
  caughtBy: ["C11"],
  fault: 'annotation "start" is outside the window',
  make: () =>
    detectorWith({
      name: "annotation-outside-the-window",
      annotate: (_match, window) => [point("start", 5, window.close(0))]
    })
}

/** What comes from code without types can be anything. */
const untyped = (value: unknown, name: string = "value"): ReadonlyArray<Match> => Reflect.get({ value }, name)

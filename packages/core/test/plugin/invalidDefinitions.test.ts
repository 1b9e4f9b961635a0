import { assert, describe, it } from "@effect/vitest"
import { Schema } from "effect"

import { defineDetector, noMatch } from "../../src/plugin/defineDetector.ts"
import { defineFeature } from "../../src/plugin/defineFeature.ts"
import { defineFeed } from "../../src/plugin/defineFeed.ts"
import { defineGate } from "../../src/plugin/defineGate.ts"
import { definePlugin } from "../../src/plugin/definePlugin.ts"
import { defineScorer } from "../../src/plugin/defineScorer.ts"
import { defineSink } from "../../src/plugin/defineSink.ts"

const base = {
  name: "made-up",
  version: "1.0.0",
  summary: "Whatever the test wants",
  params: Schema.Struct({})
} as const
const detector = { ...base, emits: ["SEEN"], history: 1, detect: () => noMatch } as const

const description = { means: "It is there.", rule: "Always", source: "made up", example: [[1, 2, 1, 2]] }

/** As plain JavaScript would pass it. */
const untyped = (fields: unknown): never => fields as never

describe("a definition in plain JavaScript is refused where it is made when", () => {
  const definitions: ReadonlyArray<readonly [why: string, define: () => unknown, message: string]> = [
    [
      "its name is not lower-case words joined by hyphens",
      () => defineDetector({ ...detector, name: "Three Up" }),
      'detector Three Up: the name is "Three Up"; expected lower-case words joined by hyphens, such as three-up'
    ],
    [
      "its version is not semantic",
      () => defineGate(untyped({ ...base, version: "1", reasons: ["full"], decide: () => undefined })),
      'gate made-up: the version is "1"; expected a semantic version such as 1.0.0'
    ],
    [
      "it says nothing of what it is for",
      () => defineDetector({ ...detector, summary: " " }),
      "detector made-up: there is no summary; expected a sentence that says what it is for"
    ],
    [
      "a detector emits nothing",
      () => defineDetector({ ...detector, emits: [] }),
      'detector made-up: emits names nothing; expected a list such as ["THREE_UP"]'
    ],
    [
      "a pattern is no label",
      () => defineDetector({ ...detector, emits: ["three up"] }),
      'detector made-up: emits has "three up"; expected words such as THREE_UP'
    ],
    [
      "a detector has nothing to detect with",
      () => defineDetector(untyped({ ...detector, detect: undefined })),
      "detector made-up: detect is undefined; expected a function"
    ],
    [
      "a pattern is described that it does not emit",
      () => defineDetector({ ...detector, patterns: untyped({ SEEN: description, OTHER: description }) }),
      "detector made-up: patterns describes OTHER; expected patterns that it emits: SEEN"
    ],
    [
      "one of its patterns is not described",
      () => defineDetector({ ...detector, patterns: untyped({}) }),
      "detector made-up: patterns does not describe SEEN; expected each pattern that it emits, or no patterns at all"
    ],
    [
      "a description has no example",
      () => defineDetector({ ...detector, patterns: untyped({ SEEN: { ...description, example: [] } }) }),
      "detector made-up: patterns.SEEN is not a description; expected the texts means, rule and source, and an example of candles [open, high, low, close]"
    ],
    [
      "a detector of ticks names intervals",
      () => defineDetector(untyped({ ...detector, on: "tick", intervals: ["5m"] })),
      "detector made-up: a detector of ticks names intervals; expected none: it looks at the forming candle of the host's interval"
    ],
    [
      "a detector is called on something else",
      () => defineDetector(untyped({ ...detector, on: "ticks" })),
      'detector made-up: on is "ticks"; expected one of candle, tick'
    ],
    [
      "an interval is none",
      () => defineDetector({ ...detector, intervals: untyped(["10m"]) }),
      'detector made-up: intervals has "10m"; expected one of 1m, 5m, 15m, 1h, 1d'
    ],
    [
      "the intervals are one text",
      () => defineDetector({ ...detector, intervals: untyped("15m") }),
      "detector made-up: intervals is no list; expected some of 1m, 5m, 15m, 1h, 1d"
    ],
    [
      "there is no interval at which it could be called",
      () => defineDetector({ ...detector, intervals: [] }),
      "detector made-up: intervals is empty; expected some of 1m, 5m, 15m, 1h, 1d"
    ],
    [
      "it looks at a higher interval that is none",
      () => defineDetector({ ...detector, higher: untyped({ "2h": 1 }) }),
      'detector made-up: higher has "2h"; expected one of 1m, 5m, 15m, 1h, 1d'
    ],
    [
      "a session is none",
      () => defineDetector({ ...detector, filters: untyped({ sessions: ["lunch"] }) }),
      'detector made-up: filters.sessions has "lunch"; expected some of pre, regular, post, closed'
    ],
    [
      "a volume is less than nothing",
      () => defineDetector({ ...detector, filters: { minimumVolume: -3 } }),
      "detector made-up: filters.minimumVolume is -3; expected shares, 0 or more"
    ],
    [
      "the symbols are one text",
      () => defineDetector({ ...detector, filters: untyped({ symbols: "AAPL" }) }),
      'detector made-up: filters.symbols is no list of texts; expected a list such as ["AAPL", "BRK.*"]'
    ],
    [
      "a gate has no reasons",
      () => defineGate(untyped({ ...base, decide: () => undefined })),
      'gate made-up: reasons names nothing; expected a list such as ["daily_limit"]'
    ],
    [
      "a reason is no label",
      () => defineGate({ ...base, reasons: ["Too Much"], decide: () => undefined }),
      'gate made-up: reasons has "Too Much"; expected words such as daily_limit'
    ],
    ["a feed cannot decode", () => defineFeed(untyped(base)), "feed made-up: decode is undefined; expected a function"],
    [
      "a sink cannot deliver",
      () => defineSink(untyped(base)),
      "sink made-up: deliver is undefined; expected a function"
    ],
    [
      "a scorer can neither score nor consult",
      () => defineScorer(untyped(base)),
      "scorer made-up: consult is undefined; expected a function"
    ],
    [
      "a feature cannot be updated",
      () => defineFeature(untyped({ ...base, warmUp: 1, state: { init: () => ({}) }, reading: () => ({}) })),
      "feature made-up: update is undefined; expected a function"
    ],
    [
      "a plugin names no sdk",
      () => definePlugin(untyped({ ...base })),
      "plugin made-up: there is no sdk; expected a range of versions such as ^0.1.0"
    ],
    [
      "two parts of a plugin have one name",
      () => definePlugin({ ...base, sdk: "^0.1.0", detectors: [defineDetector(detector), defineDetector(detector)] }),
      "plugin made-up: two of its detectors are called made-up; expected a name for each"
    ]
  ]
  for (const [why, define, message] of definitions) {
    it(why, () => {
      assert.throws(define, message)
    })
  }

  it("and a detector whose warm-up is longer than its history when it is configured, for both may depend on params", () => {
    const configured = defineDetector({ ...detector, history: 3, warmUp: 4 }).configure({})
    assert.match(JSON.stringify(configured), /warmUp is 4; expected a whole number of candles from 1 to 3/)
  })

  it("and a detector of a feature that is none, such as one whose maker was not called", () => {
    const maker = (period: number) => period
    for (const feature of [maker, undefined, 7]) {
      const configured = defineDetector({ ...detector, features: untyped({ mean: feature }) }).configure({})
      assert.match(
        JSON.stringify(configured),
        /features.mean is .*; expected what defineFeature gives, such as atr\(14\)/
      )
    }
  })
})

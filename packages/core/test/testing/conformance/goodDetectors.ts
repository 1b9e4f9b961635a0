import { Effect, Schema } from "effect"

import { line } from "../../../src/domain/Annotation.ts"
import { defineDetector, type Detector, noMatch } from "../../../src/plugin/defineDetector.ts"
import { onInterval } from "../../../src/plugin/defineFeature.ts"
import { atr, ema, inAtr, zigZag } from "../../../src/toolbox/index.ts"

const noParams = Schema.Struct({})

/** Says everything that a detector can say: annotations, rule scores and near misses. */
const talkative = defineDetector({
  name: "talkative",
  version: "1.0.0",
  summary: "Three rising closes in a row",
  emits: ["THREE_UP"],
  params: Schema.Struct({ minimumGain: Schema.Finite.pipe(Schema.withDecodingDefaultKey(Effect.succeed(0.001))) }),
  history: 3,
  priceScale: "relative",
  detect: (window, _state, { minimumGain }) => {
    const gain = window.close(0) / window.close(2) - 1
    const isRise = window.close(0) > window.close(1) && window.close(1) > window.close(2)
    if (!(isRise && gain > minimumGain)) return noMatch
    return [
      {
        pattern: "THREE_UP",
        direction: "bullish",
        confidence: 0.5 + Math.min(gain, 0.5),
        trigger: 0,
        price: window.close(0),
        anchors: [2, 0],
        metadata: { gain, began: window.time(2), beganAt: new Date(window.time(2)).toISOString() }
      }
    ]
  },
  annotate: (_match, window) => [line("rise", [2, window.close(2)], [0, window.close(0)])],
  explain: (match, window, { minimumGain }) => [
    { rule: "rise", value: 2, threshold: 2, score: 0.5 },
    {
      rule: "gain",
      value: window.close(0) / window.close(2) - 1,
      threshold: minimumGain,
      score: match.confidence - 0.5
    }
  ],
  nearMisses: (window, _state, { minimumGain }) => {
    const gain = window.close(0) / window.close(2) - 1
    const rules = [{ rule: "gain", value: gain, threshold: minimumGain, score: 0 }]
    return gain > minimumGain / 2 && gain <= minimumGain ? [{ pattern: "THREE_UP", rules, broken: ["gain"] }] : []
  }
})

/** Remembers how many closes have risen in a row. */
const stateful = defineDetector({
  name: "stateful",
  version: "1.0.0",
  summary: "The fourth rising close in a row",
  emits: ["RUN_OF_FOUR"],
  params: noParams,
  history: 6,
  warmUp: 1,
  state: {
    init: () => ({ rises: 0 }),
    schema: Schema.Struct({ rises: Schema.mutableKey(Schema.Int) })
  },
  detect: (window, state) => {
    state.rises = window.close(0) > window.close(1) ? state.rises + 1 : 0
    if (state.rises !== 4) return noMatch
    const confidence = 0.6
    const price = window.close(0)
    return [{ pattern: "RUN_OF_FOUR", direction: "bullish", confidence, trigger: 0, price, anchors: [4, 0] }]
  }
})

/** Follows recursive features, which never quite forget where they began. */
const followsFeatures = defineDetector({
  name: "follows-features",
  version: "1.0.0",
  summary: "Close far beyond its average, and turns of the price",
  emits: ["STRETCHED", "TURNED"],
  params: noParams,
  history: 2,
  priceScale: "relative",
  features: { range: atr(5), mean: ema(8), turns: zigZag({ reversal: inAtr(2, 5), within: 60 }) },
  detect: (window, _state, _params, { features: { mean, range, turns } }) => {
    const price = window.close(0)
    const stretch = Math.abs(price - mean.value) / range.value
    const turn = turns.size > 0 ? turns.pivot(0) : undefined
    const found = { direction: "neutral", confidence: 0.5, trigger: 0, price } as const
    return [
      ...(stretch > 1.5 ? [{ ...found, pattern: "STRETCHED", anchors: [0], metadata: { stretch } } as const] : []),
      ...(turn !== undefined && turn.age === turn.confirmedAfter
        ? [{ ...found, pattern: "TURNED", anchors: [0] } as const]
        : [])
    ]
  }
})

/** Looks at closed hours beside its own candles, and at a feature of them. */
const looksHigher = defineDetector({
  name: "looks-higher",
  version: "1.0.0",
  summary: "Close above the high of the hour before",
  emits: ["ABOVE_THE_HOUR"],
  params: noParams,
  history: 2,
  priceScale: "relative",
  higher: { "1h": 2 },
  features: { hourly: onInterval("1h", ema(3)) },
  detect: (window, _state, _params, { features: { hourly }, higher }) => {
    const isAbove = window.close(0) > higher["1h"].high(0) && window.close(1) <= higher["1h"].high(0)
    if (!(isAbove && window.close(0) > hourly.value)) return noMatch
    const confidence = 0.6
    const price = window.close(0)
    return [{ pattern: "ABOVE_THE_HOUR", direction: "bullish", confidence, trigger: 0, price, anchors: [0] }]
  }
})

/** Looks at the forming candle. */
const looksAtTicks = defineDetector({
  name: "looks-at-ticks",
  version: "1.0.0",
  summary: "Price above the highs of the three candles before",
  emits: ["BREAKING_OUT"],
  params: noParams,
  history: 3,
  priceScale: "relative",
  on: "tick",
  detect: ({ closed, forming }) => {
    const resistance = Math.max(closed.high(0), closed.high(1), closed.high(2))
    if (!(forming.last > resistance)) return noMatch
    return [{ pattern: "BREAKING_OUT", direction: "bullish", confidence: 0.5, price: forming.last, anchors: [2] }]
  }
})

/** Is made for some symbols, two intervals and the regular session. */
const choosy = defineDetector({
  name: "choosy",
  version: "1.0.0",
  summary: "A close a dollar above the one before",
  emits: ["LEAP"],
  params: noParams,
  history: 2,
  intervals: ["5m", "15m"],
  filters: { symbols: ["BRK.*"], sessions: ["regular"], minimumVolume: 100 },
  detect: (window) => {
    if (!(window.close(0) - window.close(1) > 1)) return noMatch
    const price = window.close(0)
    return [{ pattern: "LEAP", direction: "bullish", confidence: 0.5, trigger: 0, price, anchors: [0] }]
  }
})

/** Detectors that nothing is wrong with, of every kind. */
export const goodDetectors: ReadonlyArray<Detector> = [
  talkative,
  stateful,
  followsFeatures,
  looksHigher,
  looksAtTicks,
  choosy
]

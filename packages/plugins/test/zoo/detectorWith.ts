import {
  type CandleWindow,
  defineDetector,
  type Detector,
  type DetectorDefinition,
  type Match,
  noMatch
} from "@mjolnir/core"
import { Schema } from "effect"

/** What most of the bad detectors differ in. */
export type Differences = Partial<DetectorDefinition<string, Schema.Struct<{}>>> & { readonly name: string }

/** A detector of rising closes that nothing is wrong with, but for the differences. */
export const detectorWith = (differences: Differences): Detector =>
  defineDetector<string, Schema.Struct<{}>>({
    version: "1.0.0",
    summary: "Two rising closes in a row, in its own way",
    emits: ["RISING"],
    params: Schema.Struct({}),
    history: 3,
    detect: (window) => (rises(window) ? [matchOf(window)] : noMatch),
    ...differences
  })

/** The newest three closes rise. */
export const rises = (window: CandleWindow): boolean =>
  window.close(0) > window.close(1) && window.close(1) > window.close(2)

/** A match of the newest candle that nothing is wrong with, but for the differences. */
export const matchOf = (window: CandleWindow, differences: Partial<Match> = {}): Match => ({
  pattern: "RISING",
  direction: "bullish",
  confidence: 0.75,
  trigger: 0,
  price: window.close(0),
  anchors: [0],
  ...differences
})

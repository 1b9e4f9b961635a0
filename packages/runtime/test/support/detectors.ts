import { type CandleWindow, defineDetector, type Detector, type Match } from "@mjolnir/core"
import type { PipelinePlan } from "@mjolnir/core/pipeline"
import { Schema } from "effect"

/** A made-up detector of the pattern SEEN. */
export const detectorOf = (name: string, detect: (window: CandleWindow) => ReadonlyArray<Match<"SEEN">>): Detector =>
  defineDetector({
    name,
    version: "1.0.0",
    summary: "Whatever the test wants",
    emits: ["SEEN"],
    params: Schema.Struct({}),
    history: 1,
    detect
  })

/** Matches every closed candle and tells in the metadata what it saw. */
export const everyCandle: Detector = detectorOf("every-candle", (window) => [
  {
    pattern: "SEEN",
    direction: "bullish",
    confidence: 0.9,
    trigger: 0,
    price: window.close(0),
    anchors: [0],
    metadata: {
      open: window.open(0),
      high: window.high(0),
      low: window.low(0),
      close: window.close(0),
      ticks: window.ticks(0),
      partial: window.partial(0)
    }
  }
])

/** A gate that breaks the pipeline of BAD at these of its candles, counted from 1. */
export const breaking =
  (isBroken: (candle: number) => boolean) =>
  (plan: PipelinePlan): PipelinePlan => {
    const makeGate = () => {
      let candles = 0
      return {
        check: ({ symbol }: { readonly symbol: string }) => {
          candles++
          if (symbol === "BAD" && isBroken(candles)) throw new Error(`broken at candle ${candles}`)
          return undefined
        },
        passed: () => {}
      }
    }
    return { ...plan, gates: [makeGate, ...plan.gates] }
  }

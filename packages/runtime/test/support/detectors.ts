import { type CandleWindow, type ConfiguredGate, defineDetector, type Detector, type Match } from "@mjolnir/core"
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

/** A bug in the host, past every guard: breaks the pipeline of BAD at these of its candles, counted from 1. */
export const breaking =
  (isBroken: (candle: number) => boolean) =>
  (plan: PipelinePlan): PipelinePlan => {
    const broken: ConfiguredGate = {
      id: "broken@1.0.0",
      name: "broken",
      reasons: new UnreadableReasons(),
      start: () => {
        let candles = 0
        return {
          decide: ({ symbol }) => {
            candles++
            return symbol === "BAD" && isBroken(candles) ? `broken at candle ${candles}` : undefined
          },
          passed: () => {},
          snapshot: () => undefined,
          restore: () => {}
        }
      }
    }
    return { ...plan, standardGates: [broken, ...plan.standardGates] }
  }

class UnreadableReasons extends Set<string> {
  override has(reason: string): boolean {
    throw new Error(reason)
  }
}

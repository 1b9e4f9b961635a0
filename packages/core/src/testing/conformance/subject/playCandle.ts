import type { Candle } from "../../../domain/Candle.ts"
import type { FormingCandle } from "../../../domain/FormingCandle.ts"
import type { PipelineStep } from "../../../pipeline/PipelineStep.ts"
import type { SymbolPipeline } from "../../../pipeline/SymbolPipeline.ts"

/** Everything that a candle leads to: what its forming leads to, where somebody looks at that, and its close. */
export const playCandle = (pipeline: SymbolPipeline, candle: Candle, millis: number): PipelineStep => {
  if (!pipeline.wantsForming) return pipeline.onCandle(candle)
  const steps = [
    ...formingStates(candle, millis).map((forming) => pipeline.onForming(forming)),
    pipeline.onCandle(candle)
  ]
  return {
    decisions: steps.flatMap(({ decisions }) => decisions),
    faults: steps.flatMap(({ faults }) => faults),
    nearMisses: steps.flatMap(({ nearMisses }) => nearMisses)
  }
}

/** A way from open to close: by the low and then the high when it rises, the other way round when it falls. */
const formingStates = (candle: Candle, millis: number): ReadonlyArray<FormingCandle> => {
  const { close, high, low, open, ticks, time, volume } = candle
  const way = close >= open ? [open, low, high, close] : [open, high, low, close]
  return way.map((last, index) => {
    const soFar = way.slice(0, index + 1)
    const share = (index + 1) / way.length
    return {
      time,
      open,
      highSoFar: Math.max(...soFar),
      lowSoFar: Math.min(...soFar),
      last,
      volumeSoFar: volume * share,
      ticksSoFar: Math.ceil(ticks * share),
      lastTime: time + Math.floor((millis - 1) * share)
    }
  })
}

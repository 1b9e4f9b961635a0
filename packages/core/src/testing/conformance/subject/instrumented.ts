import { Record, Result } from "effect"

import type { CandleWindow } from "../../../candles/CandleWindow.ts"
import type { ConfiguredDetector, ConfiguredOn, HostContext } from "../../../plugin/ConfiguredDetector.ts"
import type { Detector } from "../../../plugin/defineDetector.ts"
import type { Feature, Features } from "../../../plugin/defineFeature.ts"
import type { CalledOn, WindowOf } from "../../../plugin/DetectorDefinition.ts"

/** What to do where the host and a detector meet; what is left out is as ever. */
export interface Instrument {
  /** Makes every call of the detector's own code, and of its features'. */
  readonly call?: <Answer>(run: () => Answer) => Answer
  /** What is seen in the place of a window of which this many candles were declared. */
  readonly window?: (window: CandleWindow, declared: number) => CandleWindow
  /** What is seen in the place of the rest. */
  readonly context?: (context: HostContext) => HostContext
}

/** The same detector, watched. */
export const instrumented = (detector: Detector, instrument: Instrument): Detector => {
  const { call = callAsEver, context = asEver, window = asEver } = instrument
  return {
    ...detector,
    configure: (settings) =>
      Result.map(detector.configure(settings), (configured): ConfiguredDetector => {
        const declared = Math.max(configured.history, configured.warmUp)
        const all = { call, context, window }
        return configured.on === "candle"
          ? instrumentedOn(configured, all, (seen) => window(seen, declared))
          : instrumentedOn(configured, all, ({ closed, forming }) => ({ forming, closed: window(closed, declared) }))
      })
  }
}

const callAsEver = <Answer>(run: () => Answer): Answer => run()
const asEver = <Seen>(seen: Seen): Seen => seen

const instrumentedOn = <On extends CalledOn>(
  configured: ConfiguredOn<On>,
  { call, context: watch, window: watchWindow }: Required<Instrument>,
  look: (window: WindowOf<On>) => WindowOf<On>
): ConfiguredOn<On> => {
  const seen = (context: HostContext): HostContext => {
    const higher = { ...context.higher }
    for (const [interval, declared] of configured.higher) {
      const window = higher[interval]
      if (window !== undefined) higher[interval] = watchWindow(window, declared)
    }
    return watch({ ...context, higher })
  }
  return {
    ...configured,
    features: instrumentedFeatures(configured.features, call, watchWindow),
    start: () => {
      const { annotate, detect, explain, nearMisses, ...running } = call(configured.start)
      return {
        ...running,
        detect: (window, context) => call(() => detect(look(window), seen(context))),
        annotate: annotate && ((match, window, context) => call(() => annotate(match, look(window), seen(context)))),
        explain: explain && ((match, window, context) => call(() => explain(match, look(window), seen(context)))),
        nearMisses: nearMisses && ((window, context) => call(() => nearMisses(look(window), seen(context))))
      }
    }
  }
}

const instrumentedFeatures = (
  features: Features,
  call: Required<Instrument>["call"],
  watch: Required<Instrument>["window"]
): Features =>
  Record.map(features, (feature): Feature<object> => ({
    ...feature,
    needs: instrumentedFeatures(feature.needs, call, watch),
    start: (needs) => {
      const running = call(() => feature.start(needs))
      return { ...running, update: (window) => call(() => running.update(watch(window, feature.history))) }
    }
  }))

import type { RunningDetector } from "../plugin/ConfiguredDetector.ts"
import type { Feature, RunningFeature } from "../plugin/defineFeature.ts"
import type { ConfiguredGate, RunningGate } from "../plugin/defineGate.ts"
import type { CalledOn } from "../plugin/DetectorDefinition.ts"

/**
 * Begins a detector for one symbol. When the making of its state throws, it is one that fails at every call, which the
 * guard around the calls takes care of; a reset tries again.
 */
export const startDetector = <On extends CalledOn>(start: () => RunningDetector<On>): RunningDetector<On> => {
  let running: RunningDetector<On> | undefined
  const begun = (): RunningDetector<On> => (running ??= start())
  try {
    return begun()
  } catch {
    return {
      detect: (window, context) => begun().detect(window, context),
      annotate: undefined,
      explain: undefined,
      nearMisses: undefined,
      reset: () => running?.reset(),
      snapshot: () => running?.snapshot(),
      restore: (snapshot) => running?.restore(snapshot)
    }
  }
}

/** Begins a feature for one symbol; one that cannot begin reads as nothing and fails at every candle. */
export const startFeature = (
  feature: Feature<object>,
  needs: Readonly<Record<string, object>>
): RunningFeature<object> => {
  try {
    return feature.start(needs)
  } catch (cause) {
    return {
      reading: {},
      update: () => {
        throw cause
      },
      snapshot: () => undefined,
      restore: () => {}
    }
  }
}

/** Begins a gate for one symbol; one that cannot begin fails at every detection. */
export const startGate = (gate: ConfiguredGate): RunningGate => {
  try {
    return gate.start()
  } catch (cause) {
    const failing = () => {
      throw cause
    }
    return { decide: failing, passed: () => {}, snapshot: () => undefined, restore: () => {} }
  }
}

/** Gives a part what it remembered; when it does not take it, it begins anew. */
export const restorePart = (part: { readonly restore: (snapshot: unknown) => void }, snapshot: unknown): void => {
  try {
    part.restore(snapshot)
  } catch {
    // What another version of the part remembered is not worth a symbol.
  }
}

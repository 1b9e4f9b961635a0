import { Predicate } from "effect"

import type { RunningDetector } from "../plugin/ConfiguredDetector.ts"
import type { Feature, RunningFeature } from "../plugin/defineFeature.ts"
import type { ConfiguredGate, RunningGate } from "../plugin/defineGate.ts"
import type { CalledOn } from "../plugin/DetectorDefinition.ts"
import { printed } from "./printed.ts"
import { thrown } from "./thrown.ts"

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
    const running = feature.start(needs)
    if (!Predicate.isObjectOrArray(running.reading)) {
      throw new TypeError(`its reading is ${printed(running.reading)}, not an object whose getters read the state`)
    }
    // All detectors of the symbol read the same one.
    Object.freeze(running.reading)
    return running
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

/** Gives a part what it remembered; false when it does not take it, and begins anew. */
export const restorePart = (part: { readonly restore: (snapshot: unknown) => void }, snapshot: unknown): boolean => {
  try {
    part.restore(snapshot)
    return true
  } catch {
    // What another version of the part remembered is not worth a symbol.
    return false
  }
}

/** What a part remembers; undefined, as if nothing of it survived a restart, when it does not fit the part's own schema. */
export const snapshotPart = (
  part: { readonly snapshot: () => unknown },
  onFault: (problem: string) => void
): unknown => {
  try {
    return part.snapshot()
  } catch (cause) {
    onFault(`${thrown(cause)} in its snapshot`)
    return undefined
  }
}

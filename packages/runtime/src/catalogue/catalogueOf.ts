import type { Detector, PatternDescription, Plugin } from "@mjolnir/core"
import { Option, Result } from "effect"

import { type DescribedParam, describedParams } from "../author/docs/describedParams.ts"
import { type PatternExample, runExample } from "./runExample.ts"

/** What is known of a detector and its patterns. */
export interface CataloguedDetector {
  /** Name of the plugin that it belongs to. */
  readonly plugin: string
  readonly name: string
  /** `name@version`. */
  readonly id: string
  readonly summary: string
  /**
   * Candles that it sees at the most, and without which it finds nothing; undefined when that depends on a setting without
   * a default.
   */
  readonly candles: { readonly history: number; readonly warmUp: number } | undefined
  readonly params: ReadonlyArray<DescribedParam>
  /** In the order in which it declares them. */
  readonly patterns: ReadonlyArray<CataloguedPattern>
}

/** A pattern, and what its detector makes of the example that it describes; both undefined when it describes none. */
export interface CataloguedPattern {
  readonly name: string
  readonly description: PatternDescription | undefined
  readonly example: PatternExample | undefined
}

/** The catalogue of a plugin: its detectors with all their patterns, each run over its own example. */
export const catalogueOf = (plugin: Plugin): ReadonlyArray<CataloguedDetector> =>
  plugin.detectors.map((detector) => catalogued(plugin.name, detector))

const catalogued = (plugin: string, detector: Detector): CataloguedDetector => {
  const configured = Option.getOrUndefined(Result.getSuccess(detector.configure({})))
  return {
    plugin,
    name: detector.name,
    id: `${detector.name}@${detector.version}`,
    summary: detector.summary,
    candles: configured && { history: configured.history, warmUp: configured.warmUp },
    params: describedParams(
      detector.describeParams(),
      configured ? Object(JSON.parse(configured.canonicalParams)) : {}
    ),
    patterns: detector.emits.map((name) => {
      const description = Object.hasOwn(detector.patterns, name) ? detector.patterns[name] : undefined
      return { name, description, example: description && runExample(detector, name, description.example) }
    })
  }
}

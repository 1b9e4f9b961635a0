import { defineDetector, type Feature, noMatch } from "@mjolnir/core"
import { Predicate, Record as Records, Schema } from "effect"

import type { FeatureColumn, FeatureRow, FeatureValue } from "./FeatureColumn.ts"
import { readField } from "./readingFields.ts"

/**
 * A detector that finds nothing and reads everything: for each candle it gives what the columns show. So features are
 * kept as the host keeps them, those on higher intervals included, but shown from the first candle on.
 */
export const featureReader = (columns: ReadonlyArray<FeatureColumn>, onRow: (row: FeatureRow) => void) =>
  defineDetector({
    name: "feature-reader",
    version: "1.0.0",
    summary: "Reads features",
    emits: ["NOTHING"],
    params: Schema.Record(Schema.String, Schema.Never),
    history: 1,
    features: Object.fromEntries(columns.map(({ feature }) => [feature.key, readAtOnce(feature)])),
    detect: (window, _state, _params, { features, symbol }) => {
      onRow({ symbol, time: window.time(0), values: columns.map((column) => valueIn(features, column)) })
      return noMatch
    }
  })

/** The feature, to be read before it is warm. */
const readAtOnce = (feature: Feature<object>): Feature<object> => ({
  ...feature,
  warmUp: 0,
  readyAfter: 0,
  needs: Records.map(feature.needs, readAtOnce)
})

const valueIn = (readings: Readonly<Record<string, object>>, { feature, field }: FeatureColumn): FeatureValue => {
  const value = readField(readings[feature.key] ?? {}, field)
  if (typeof value === "number") return Number.isFinite(value) ? value : null
  if (typeof value === "string" || typeof value === "boolean" || Predicate.isObjectOrArray(value)) return value
  return value === undefined || value === null ? null : String(value)
}

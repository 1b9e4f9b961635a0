import type { Feature } from "@mjolnir/core"
import { indicatorColumns } from "@mjolnir/plugins/indicators"
import { Result, Schema } from "effect"

import type { LoadedPlugin } from "../plugins/LoadedPlugin.ts"
import { nearestName } from "../plugins/nearestName.ts"
import type { FeatureColumn } from "./FeatureColumn.ts"
import { readingFields } from "./readingFields.ts"

/** The plugin whose features are printed when none is named. */
export const defaultFeaturePlugin = "indicators"

/** A plugin has nothing to print. */
export class NoFeatures extends Schema.TaggedError<NoFeatures>()("NoFeatures", {
  plugin: Schema.String
}) {
  override get message() {
    return (
      `plugin ${this.plugin}: it offers no features, so there is nothing to print; give its features to definePlugin, ` +
      `or name another plugin (without --plugin it is ${defaultFeaturePlugin})`
    )
  }
}

/** What is asked for by name is not there. */
export class UnknownColumn extends Schema.TaggedError<UnknownColumn>()("UnknownColumn", {
  name: Schema.String,
  names: Schema.Array(Schema.String)
}) {
  override get message() {
    const nearest = nearestName(this.name, this.names)
    return (
      `--only: there is no value ${JSON.stringify(this.name)}; ` +
      (nearest === undefined ? `there are ${this.names.join(", ")}` : `did you mean ${nearest}?`)
    )
  }
}

/**
 * What there is to print of plugins: the indicators by their own names, the features of any other plugin by name and
 * field. Features of one name, which differ in their params, are numbered from the second on.
 */
export const featureColumns = (
  plugins: ReadonlyArray<LoadedPlugin>
): Result.Result<ReadonlyArray<FeatureColumn>, NoFeatures> => {
  const columns: Array<FeatureColumn> = []
  const taken = new Map<string, number>()
  for (const loaded of plugins) {
    if (loaded.source._tag === "BuiltIn" && loaded.name === defaultFeaturePlugin) {
      columns.push(...indicatorColumns)
      continue
    }
    const features = loaded.isolation === "inline" ? loaded.plugin.features : []
    if (features.length === 0) return Result.fail(new NoFeatures({ plugin: loaded.source.given }))
    for (const feature of features) {
      const number = (taken.get(feature.name) ?? 0) + 1
      taken.set(feature.name, number)
      const name = number === 1 ? feature.name : `${feature.name}#${number}`
      for (const field of readingFields(readingOf(feature))) columns.push({ name: `${name}.${field}`, feature, field })
    }
  }
  return Result.succeed(columns)
}

/** Those of the columns that are asked for, in the order in which they are; all of them when none is. */
export const onlyColumns = (
  columns: ReadonlyArray<FeatureColumn>,
  only: ReadonlyArray<string>
): Result.Result<ReadonlyArray<FeatureColumn>, UnknownColumn> => {
  const chosen: Array<FeatureColumn> = []
  for (const name of only) {
    const column = columns.find((each) => each.name === name)
    if (column === undefined) {
      return Result.fail(new UnknownColumn({ name, names: columns.map((each) => each.name) }))
    }
    chosen.push(column)
  }
  return Result.succeed(only.length === 0 ? columns : chosen)
}

/** The reading of a feature that has seen nothing. */
const readingOf = <Reading extends object>(feature: Feature<Reading>): Reading =>
  feature.start(Object.fromEntries(Object.entries(feature.needs).map(([name, need]) => [name, readingOf(need)])))
    .reading

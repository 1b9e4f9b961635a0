import { builtInPlugins } from "@mjolnir/plugins"
import { Effect, Option, Stream } from "effect"

import { painter } from "../output/painter.ts"
import { toStandardOutput } from "../output/standardOutput.ts"
import { Terminal } from "../output/Terminal.ts"
import { loadInline } from "../plugins/loadInline.ts"
import { catalogueOf } from "./catalogueOf.ts"
import { chosenPatterns } from "./chosenPatterns.ts"
import { patternJson } from "./patternJson.ts"
import { patternsTable } from "./patternsTable.ts"
import { patternText } from "./patternText.ts"
import { writeDrawings } from "./writeDrawings.ts"

/** What the command line of `mjolnir patterns` says. */
export interface PatternsChoice {
  readonly names: ReadonlyArray<string>
  readonly json: boolean
  readonly plugin: ReadonlyArray<string>
  /** Folder for the drawings. */
  readonly svg: Option.Option<string>
}

/** Prints the catalogue of the built-in plugins or of others: a table, some patterns in full, or JSON. */
export const printPatterns = Effect.fnUntraced(function* ({ json, names, plugin, svg }: PatternsChoice) {
  const { isColored, isTerminal } = yield* Terminal
  const plugins = yield* chosenPlugins(plugin)
  const shown = yield* Effect.fromResult(chosenPatterns(plugins.flatMap(catalogueOf), names))
  if (Option.isSome(svg)) yield* writeDrawings(shown, svg.value)
  const paint = painter(isColored)
  const width = isTerminal ? process.stdout.columns : undefined
  const text = json
    ? shown.map(patternJson).join("\n")
    : names.length === 0
      ? patternsTable(shown, paint, width)
      : shown.map((each) => patternText(each, paint, width)).join("\n\n")
  if (text !== "") yield* toStandardOutput(Stream.make(`${text}\n`))
})

/** The plugins that are named, or all that are built in; fails with the first that cannot be loaded. */
const chosenPlugins = Effect.fnUntraced(function* (names: ReadonlyArray<string>) {
  if (names.length === 0) return builtInPlugins
  const { loaded } = yield* loadInline(names)
  return loaded.flatMap((each) => (each.isolation === "inline" ? [each.plugin] : []))
})

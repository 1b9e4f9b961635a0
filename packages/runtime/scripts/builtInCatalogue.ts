import { builtInPlugins } from "@mjolnir/plugins"

import { type CataloguedDetector, catalogueOf } from "../src/catalogue/catalogueOf.ts"

/** A built-in plugin and what the catalogue knows of its detectors. */
interface CataloguedPlugin {
  readonly name: string
  readonly summary: string
  readonly detectors: ReadonlyArray<CataloguedDetector>
}

/** The catalogue of the built-in plugins that find patterns. */
export const builtInCatalogue: ReadonlyArray<CataloguedPlugin> = builtInPlugins
  .map((plugin) => ({ name: plugin.name, summary: plugin.summary, detectors: catalogueOf(plugin) }))
  .filter(({ detectors }) => detectors.length > 0)

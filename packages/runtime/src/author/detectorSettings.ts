import type { Detector, Filters } from "@mjolnir/core"
import { Effect } from "effect"

import { settingsFileAt } from "../config/SettingsFile.ts"
import { configureParts } from "../plugins/configureParts.ts"
import type { InlinePlugin } from "../plugins/LoadedPlugin.ts"

/** What an operator's file sets for detectors, by their names. */
export interface DetectorSettings {
  readonly params: Readonly<Record<string, Readonly<Record<string, unknown>>>>
  readonly filters: Readonly<Record<string, Filters>>
}

/**
 * The settings in a file for these detectors of a plugin; fails with those that do not fit. The plugin's other parts are not
 * configured: a sink that needs an address does not keep a detector from being looked at.
 */
export const detectorSettings = Effect.fnUntraced(function* (
  loaded: InlinePlugin,
  detectors: ReadonlyArray<Detector>,
  path: string | undefined
) {
  const file = yield* settingsFileAt(path)
  const plugin = { ...loaded.plugin, feeds: [], detectors, scorers: [], gates: [], sinks: [] }
  const parts = yield* Effect.fromResult(configureParts({ loaded: [{ ...loaded, plugin }], refused: [] }, file))
  const settings: DetectorSettings = {
    params: parts.params,
    filters: Object.fromEntries(
      detectors.flatMap(({ name }) => Object.entries(parts.filters).filter(([key]) => key === name))
    )
  }
  return settings
})

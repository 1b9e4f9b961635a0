import type { Detector } from "./defineDetector.ts"

/** What a package of detectors exports as its default. */
export interface Plugin {
  /** Lower-case name by which `PLUGINS` and `--plugin` call it. */
  readonly name: string
  readonly version: string
  readonly summary: string
  readonly detectors: ReadonlyArray<Detector>
}

/**
 * Gathers the parts of a plugin.
 *
 * @example
 * export default definePlugin({ name: "three", version: "1.0.0", summary: "Runs of three", detectors: [threeUp] })
 */
export const definePlugin = (plugin: Plugin): Plugin => plugin

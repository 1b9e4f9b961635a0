import type { ConfiguredGate, Detector, Feed, Filters, InvalidParams, Scorer, Sink } from "@mjolnir/core"
import { Result } from "effect"

import type { SettablePart } from "../config/PluginSettings.ts"
import type { InvalidSettings, SettingsFile, SettingsProblem } from "../config/SettingsFile.ts"
import { findStraySettings } from "./findStraySettings.ts"
import type { PluginSet } from "./PluginSet.ts"

/** The parts of the plugins that run in this thread, with the settings of the operator. */
export interface ConfiguredParts {
  readonly detectors: ReadonlyArray<Detector>
  /** Params that fit, by detector name. */
  readonly params: Readonly<Record<string, Params>>
  /** Filters by detector name, where they are set. */
  readonly filters: Readonly<Record<string, Filters>>
  readonly gates: ReadonlyArray<ConfiguredGate>
  readonly scorers: ReadonlyArray<ConfiguredPart<Scorer>>
  readonly sinks: ReadonlyArray<ConfiguredPart<Sink>>
  readonly feeds: ReadonlyArray<ConfiguredPart<Feed>>
}

/** What a part is when its params are decoded. */
type ConfiguredPart<Part extends Configurable<unknown>> = Result.Result.Success<ReturnType<Part["configure"]>>

/** Params of detectors where the settings file says nothing, by plugin and detector name. */
export type DefaultParams = Readonly<Record<string, Readonly<Record<string, Params>>>>

/**
 * Configures the parts of the loaded plugins; fails with every setting that does not fit the params of its part, and
 * with every one for something that is not loaded.
 */
export const configureParts = (
  plugins: PluginSet,
  file: SettingsFile,
  defaults: DefaultParams = {}
): Result.Result<ConfiguredParts, InvalidSettings> => {
  const problems: Array<SettingsProblem> = [...findStraySettings(plugins, file.settings)]
  const params: Record<string, Params> = {}
  const filters: Record<string, Filters> = {}
  const configure = <Configured>(kind: SettablePart, part: Configurable<Configured>, byDefault?: Params) => {
    const settings = { ...byDefault, ...file.settings[kind][part.name]?.params }
    const result = part.configure(settings)
    if (Result.isFailure(result)) {
      problems.push(...result.failure.problems.map((problem) => problemAt([kind, part.name, "params"], problem)))
    } else if (kind === "detectors") {
      params[part.name] = settings
    }
    return Result.isSuccess(result) ? [result.success] : []
  }
  const inline = plugins.loaded.flatMap((loaded) => (loaded.isolation === "inline" ? [loaded.plugin] : []))
  for (const plugin of inline) {
    for (const detector of plugin.detectors) {
      configure("detectors", detector, defaults[plugin.name]?.[detector.name])
      const filter = file.settings.detectors[detector.name]?.filters
      if (filter !== undefined) filters[detector.name] = filter
    }
  }
  const parts: ConfiguredParts = {
    detectors: inline.flatMap((plugin) => plugin.detectors),
    params,
    filters,
    gates: inline.flatMap((plugin) => plugin.gates.flatMap((gate) => configure("gates", gate))),
    scorers: inline.flatMap((plugin) => plugin.scorers.flatMap((scorer) => configure("scorers", scorer))),
    sinks: inline.flatMap((plugin) => plugin.sinks.flatMap((sink) => configure("sinks", sink))),
    feeds: inline.flatMap((plugin) => plugin.feeds.flatMap((feed) => configure("feeds", feed)))
  }
  return problems.length === 0 ? Result.succeed(parts) : Result.fail(file.invalid(problems))
}

type Params = Readonly<Record<string, unknown>>

interface Configurable<out Configured> {
  readonly name: string
  readonly configure: (settings: unknown) => Result.Result<Configured, InvalidParams>
}

/** `tolerance: Expected number` of a part, with the whole path; `params` alone means all of them. */
const problemAt = (path: ReadonlyArray<string>, text: string): SettingsProblem => {
  const [, where = "params", problem = text] = /^(\S+): (.*)$/s.exec(text) ?? []
  return { path: where === "params" ? path : [...path, ...where.split(".")], problem }
}

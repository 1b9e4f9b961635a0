import { type PluginSettings, settableParts } from "../config/PluginSettings.ts"
import type { SettingsProblem } from "../config/SettingsFile.ts"
import { nearestName } from "./nearestName.ts"
import type { PluginSet } from "./PluginSet.ts"

/**
 * The settings of plugins and parts that nobody has asked for. What a refused plugin would have brought may have
 * settings; as long as one is refused of which that is not known, anything may.
 */
export const findStraySettings = (
  { loaded, refused }: PluginSet,
  settings: PluginSettings
): ReadonlyArray<SettingsProblem> => {
  const problems: Array<SettingsProblem> = []
  if (refused.every(({ name }) => name !== undefined)) {
    const names = [...loaded, ...refused].flatMap(({ name }) => name ?? [])
    problems.push(...strays("plugins", settings.plugins, names))
  }
  if (refused.every(({ manifest }) => manifest?.parts !== undefined)) {
    const parts = [...loaded.map(({ parts }) => parts), ...refused.flatMap(({ manifest }) => manifest?.parts ?? [])]
    for (const kind of settableParts) {
      const names = parts.flatMap((each) => each[kind].map(({ name }) => name))
      problems.push(...strays(kind, settings[kind], names))
    }
  }
  return problems
}

const strays = (kind: string, settings: object, known: ReadonlyArray<string>): ReadonlyArray<SettingsProblem> =>
  Object.keys(settings)
    .filter((name) => !known.includes(name))
    .map((name) => ({
      path: [kind, name],
      problem: `no ${kind.slice(0, -1)} of this name is loaded; ${proposal(name, known)}`
    }))

const proposal = (name: string, known: ReadonlyArray<string>): string => {
  if (known.length === 0) return "there is none"
  const nearest = nearestName(name, known)
  return nearest === undefined ? `there are ${known.join(", ")}` : `did you mean ${nearest}?`
}

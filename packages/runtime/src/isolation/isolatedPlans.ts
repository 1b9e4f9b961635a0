import type { Filters } from "@mjolnir/core"
import { calendars } from "@mjolnir/core/calendar"
import type { DetectionSettings } from "@mjolnir/core/services"
import { Duration, Struct } from "effect"

import type { SettingsFile } from "../config/SettingsFile.ts"
import type { DefaultParams } from "../plugins/configureParts.ts"
import type { PluginSet } from "../plugins/PluginSet.ts"
import type { IsolatedPlan } from "./IsolatedPlugin.ts"

/** How the plugins of a set that run in workers are to run: by the settings of all, and those of their own detectors. */
export const isolatedPlans = (
  { loaded }: PluginSet,
  { settings }: Pick<SettingsFile, "settings">,
  detection: DetectionSettings,
  defaults: DefaultParams = {}
): ReadonlyArray<IsolatedPlan> =>
  loaded.flatMap((plugin) => {
    if (plugin.isolation === "inline") return []
    const params: Record<string, unknown> = {}
    const filters: Record<string, Filters> = {}
    for (const { name } of plugin.parts.detectors) {
      const own = settings.detectors[name]
      params[name] = { ...defaults[plugin.name]?.[name], ...own?.params }
      if (own?.filters !== undefined) filters[name] = own.filters
    }
    return [
      {
        plugin,
        settings: {
          interval: detection.candles.interval,
          calendar: Struct.keys(calendars).find((name) => calendars[name] === detection.calendar) ?? "utc",
          lookback: detection.lookback,
          minimumConfidence: detection.minimumConfidence,
          cooldownMillis: Duration.toMillis(detection.cooldown),
          params,
          filters
        },
        limits: { callMillis: Duration.toMillis(detection.detectorBudget) }
      }
    ]
  })

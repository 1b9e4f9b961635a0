import type { PipelinePlan } from "@mjolnir/core/pipeline"
import { PluginRegistry } from "@mjolnir/core/services"
import { Effect } from "effect"

import { detectorReport } from "./detectorReport.ts"

/** Lets the registry tell how the detectors of the plan do, each with its plugin. */
export const followDetectors = ({ meter, records }: PipelinePlan): Effect.Effect<void, never, PluginRegistry> =>
  Effect.map(PluginRegistry, (registry) => {
    for (const { isolation, name, parts } of registry.reports()) {
      if (isolation === "worker") continue
      const ids = new Set(parts.detectors.map((detector) => `${detector.name}@${detector.version}`))
      const own = records.filter(({ id }) => ids.has(id))
      registry.follow(name, () => ({ detectors: own.map((record) => detectorReport(record, meter)) }))
    }
  })

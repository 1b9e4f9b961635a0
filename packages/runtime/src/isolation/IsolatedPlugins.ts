import { partKinds } from "@mjolnir/core"
import { Metrics, type PluginFigures, PluginRegistry } from "@mjolnir/core/services"
import { Context, Effect, Layer } from "effect"

import { DetectionDelivery } from "../delivery/DetectionDelivery.ts"
import { makeStepDelivery } from "../supervisor/StepDelivery.ts"
import { IsolatedPlugin, type IsolatedPlan, type IsolationReport } from "./IsolatedPlugin.ts"

/** The plugins that run in workers; none, unless they are provided. */
export const IsolatedPlugins = Context.Reference<ReadonlyArray<IsolatedPlugin>>(
  "@mjolnir/runtime/isolation/IsolatedPlugins",
  { defaultValue: () => [] }
)

/** Runs these plugins, each in a thread of its own, and kills the threads at the end. */
export const layerIsolatedPlugins = (
  plans: ReadonlyArray<IsolatedPlan>
): Layer.Layer<never, never, DetectionDelivery | Metrics | PluginRegistry> =>
  Layer.effect(
    IsolatedPlugins,
    Effect.gen(function* () {
      const metrics = yield* Metrics
      const registry = yield* PluginRegistry
      const { offer } = yield* DetectionDelivery
      const delivery = yield* makeStepDelivery(metrics, offer)
      const isolated = plans.map((plan) => new IsolatedPlugin(plan, metrics, delivery))
      for (const { plugin } of plans) yield* announce(plugin, metrics)
      for (const plugin of isolated) {
        readSuspended(plugin, metrics)
        registry.follow(plugin.name, () => figuresOf(plugin.report))
        yield* Effect.forkScoped(plugin.run)
      }
      const isWell = (part: string): boolean =>
        isolated.every(({ report }) =>
          report.detectors.every(({ id, isSuspended, suspendedSymbols }) =>
            id === part ? !isSuspended && suspendedSymbols === 0 : true
          )
        )
      const look = Effect.sync(() => delivery.lookForRecovered(isWell))
      if (isolated.length > 0) yield* Effect.forkScoped(Effect.forever(Effect.delay(look, "1 second")))
      return isolated
    })
  )

/** Begins the series of a plugin, for one that appears with its first event hides it; says what of it is not run. */
const announce = ({ name, parts }: IsolatedPlan["plugin"], metrics: Metrics["Service"]): Effect.Effect<void> => {
  for (const { emits, name, version } of parts.detectors) {
    metrics.count("part_faults_total", { kind: "detector", part: `${name}@${version}` }, 0)
    for (const pattern of emits) metrics.count("patterns_detected_total", { pattern }, 0)
  }
  const idle = partKinds.filter((kind) => kind !== "detectors" && kind !== "features" && parts[kind].length > 0)
  return idle.length === 0
    ? Effect.void
    : Effect.logWarning(`The plugin ${name} runs in a worker, where nobody uses its ${idle.join(" and its ")}`)
}

const readSuspended = (plugin: IsolatedPlugin, metrics: Metrics["Service"]): void => {
  for (const detector of plugin.detectors) {
    const suspended = () => plugin.report.detectors.find(({ id }) => id === detector)?.suspendedSymbols ?? 0
    metrics.read("detectors_suspended", suspended, { detector })
  }
}

/** What the registry says of a plugin in a worker. */
const figuresOf = ({ callMillis, detectors, lastCrash, state }: IsolationReport): PluginFigures => ({
  state: state === "running" ? "running" : "restarting",
  problem: state === "running" ? undefined : lastCrash?.problem,
  detectors: detectors.map((figures) => ({
    id: figures.id,
    state: figures.isSuspended ? "suspended" : "running",
    suspendedSymbols: figures.suspendedSymbols,
    calls: figures.calls,
    matches: figures.matches,
    faults: figures.faults,
    lastFault: figures.lastFault,
    budget:
      figures.timedCalls === 0
        ? undefined
        : {
            average: figures.timedMillis / figures.timedCalls / callMillis,
            most: figures.slowestMillis / callMillis
          },
    overBudget: figures.overBudget
  }))
})

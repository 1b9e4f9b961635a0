import { Context, Effect, Layer, Metric, Record } from "effect"

import {
  type CounterName,
  type GaugeName,
  type HistogramName,
  type MetricDefinition,
  metricDefinitions
} from "./metricDefinitions.ts"

/** Label values of one series. */
export type Labels = Readonly<Record<string, string>>

/** The one registry of what the service counts. Plain calls, meant for what happens at most once per candle. */
export class Metrics extends Context.Service<
  Metrics,
  {
    /** Adds to a counter. */
    readonly count: (name: CounterName, labels?: Labels, by?: number) => void
    /** Records a value in a histogram. */
    readonly observe: (name: HistogramName, value: number) => void
    /**
     * Registers where a counter or gauge is read when somebody asks: what ticks count costs them nothing more. Reading
     * must change nothing.
     */
    readonly read: (name: CounterName | GaugeName, value: () => number, labels?: Labels) => void
    /** Sum over the series of a counter or gauge. */
    readonly total: (name: CounterName | GaugeName) => number
    /** Holds the series, for an exporter. */
    readonly registry: Context.Context<never>
  }
>()("@mjolnir/core/services/Metrics") {
  static readonly layer: Layer.Layer<Metrics> = Layer.effect(
    Metrics,
    Effect.sync(() => {
      const registry = Context.make(Metric.MetricRegistry, new Map())
      const counters = new Map<string, Metric.Counter<number>>()
      const counted = new Map<string, number>()
      const readers = new Map<string, Array<() => number>>()
      const histograms = new Map<HistogramName, Metric.Histogram<number>>()
      const count: Metrics["Service"]["count"] = (name, labels = noLabels, by = 1) => {
        const key = labels === noLabels ? name : `${name} ${JSON.stringify(labels)}`
        const series = counters.get(key) ?? Metric.withAttributes(counter(name), labels)
        counters.set(key, series)
        counted.set(name, (counted.get(name) ?? 0) + by)
        series.updateUnsafe(by, registry)
      }
      // A series that appears with its first event hides that event from whoever watches the rate.
      for (const [name, definition] of Record.toEntries(metricDefinitions)) {
        if (isCounter(name)) for (const labels of knownSeries(definition)) count(name, labels, 0)
      }
      return Metrics.of({
        registry,
        count,
        observe: (name, value) => {
          const series = histograms.get(name) ?? histogram(name)
          histograms.set(name, series)
          series.updateUnsafe(value, registry)
        },
        read: (name, value, labels = noLabels) => {
          readers.set(name, [...(readers.get(name) ?? []), value])
          if (metricDefinitions[name].kind === "gauge") {
            const get = () => ({ value: value() })
            Metric.registerUnsafe(Metric.withAttributes(gauge(name), labels), registry, { ...readOnly, get })
          } else {
            const get = () => ({ count: value(), incremental: true })
            Metric.registerUnsafe(Metric.withAttributes(counter(name), labels), registry, { ...readOnly, get })
          }
        },
        total: (name) => (readers.get(name) ?? []).reduce((sum, value) => sum + value(), counted.get(name) ?? 0)
      })
    })
  )
}

/** The name under which a metric is exported. */
export const exportedName = (name: CounterName | GaugeName | HistogramName): string => `mjolnir_${name}`

const noLabels: Labels = {}
const readOnly = { update: () => {}, modify: () => {} }

const counter = (name: CounterName | GaugeName) =>
  Metric.counter(exportedName(name), { description: metricDefinitions[name].help, incremental: true })

const gauge = (name: CounterName | GaugeName) =>
  Metric.gauge(exportedName(name), { description: metricDefinitions[name].help })

const histogram = (name: HistogramName) =>
  Metric.histogram(exportedName(name), {
    description: metricDefinitions[name].help,
    boundaries: metricDefinitions[name].boundaries
  })

const isCounter = (name: CounterName | GaugeName | HistogramName): name is CounterName =>
  metricDefinitions[name].kind === "counter"

/** The series of a counter that are known beforehand. */
const knownSeries = (definition: MetricDefinition): ReadonlyArray<Labels> => {
  if (definition.kind === "histogram" || definition.labels === undefined) return []
  const labels = Object.entries(definition.labels)
  return labels.length === 0
    ? [noLabels]
    : labels.flatMap(([label, values]) => values.map((value) => ({ [label]: value })))
}

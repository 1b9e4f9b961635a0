import { type CounterName, exportedName, type GaugeName, type Metrics } from "@mjolnir/core/services"
import { Metric } from "effect"

/** The values of a metric by one of its labels, without the series of a counter that are there from the start. */
export const byLabel = (
  metrics: Metrics["Service"],
  name: CounterName | GaugeName,
  label: string
): Readonly<Record<string, number>> => {
  const values: Record<string, number> = {}
  for (const series of Metric.snapshotUnsafe(metrics.registry)) {
    if (series.id !== exportedName(name)) continue
    const value = series.type === "Counter" ? Number(series.state.count) : 0
    if (series.type === "Counter" && value === 0 && name !== "frames_total") continue
    values[series.attributes?.[label] ?? ""] = series.type === "Gauge" ? Number(series.state.value) : value
  }
  return values
}

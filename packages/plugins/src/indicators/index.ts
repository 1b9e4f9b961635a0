import { definePlugin } from "@mjolnir/core"
import { onBalanceVolume } from "@mjolnir/core/toolbox"

import { indicatorColumns } from "./indicatorColumns.ts"

export { type IndicatorColumn, indicatorColumns } from "./indicatorColumns.ts"

const distinct = new Map(indicatorColumns.map(({ feature }) => [feature.key, feature]))
// Its level never forgets where it began, which a feature of a plugin has to: it is for looking at alone.
distinct.delete(onBalanceVolume().key)

/** The usual indicators with their usual periods, as `mjolnir features` prints them. */
export default definePlugin({
  name: "indicators",
  version: "1.0.0",
  sdk: "^0.1.0",
  summary: "Averages, oscillators, bands and trend indicators as TA-Lib has them",
  features: [...distinct.values()]
})

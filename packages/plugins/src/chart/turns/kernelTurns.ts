import { defineFeature, type Feature } from "@mjolnir/core"

import { pivotAtr } from "../../pivots/pivotParams.ts"
import { kernelExtrema, type KernelReading } from "../kernel/kernelExtrema.ts"
import { type TurnReading, TurnTable } from "./TurnTable.ts"

/** The extrema of the kernel method as a table, kept once for all chart detectors of a symbol. */
export const kernelTurns = (options: { readonly length: number; readonly delay: number }): Feature<TurnReading> => {
  const bars = options.length + options.delay
  return defineFeature({
    name: "kernel-turns",
    version: "1.0.0",
    summary: "The extrema of smoothed closes as a table",
    params: options,
    warmUp: 1,
    needs: { extrema: kernelExtrema(options), atr: pivotAtr },
    state: { init: () => new TurnTable(bars) },
    update: (table, _window, { atr, extrema }) => {
      table.atr = atr.value
      copy(extrema, table, options.delay)
    },
    reading: (state) => ({
      get table() {
        return state()
      }
    })
  })
}

const copy = (extrema: KernelReading, table: TurnTable, delay: number): void => {
  table.count = extrema.count
  table.knownAfter = delay
  for (let place = 0; place < extrema.count; place++) {
    table.prices[place] = extrema.price(place)
    table.ages[place] = extrema.age(place)
    table.tops[place] = extrema.kind(place) === "high" ? 1 : 0
  }
}

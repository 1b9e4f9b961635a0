import { defineFeature, type Feature } from "@mjolnir/core"
import type { ZigZagReading } from "@mjolnir/core/toolbox"

import { mostPivots, pivotAtr, type PivotSettings, pivotsOf } from "../../pivots/pivotParams.ts"
import { type TurnReading, TurnTable } from "./TurnTable.ts"

/** The pivots of the shared zig-zag as a table, kept once for all chart detectors of a symbol. */
export const pivotTurns = (settings: PivotSettings): Feature<TurnReading> =>
  defineFeature({
    name: "pivot-turns",
    version: "1.0.0",
    summary: "The pivots of the zig-zag as a table",
    warmUp: 1,
    needs: { pivots: pivotsOf(settings), atr: pivotAtr },
    state: { init: (): State => ({ table: new TurnTable(mostPivots), newestTime: Number.NaN }) },
    update: (state, _window, { atr, pivots }) => {
      state.table.atr = atr.value
      follow(state, pivots)
    },
    reading: (state) => ({
      get table() {
        return state().table
      }
    })
  })

interface State {
  readonly table: TurnTable
  /** Start of the candle of the newest pivot in the table. */
  newestTime: number
}

const follow = (state: State, pivots: ZigZagReading): void => {
  const { table } = state
  const newest = pivots.pivot(0)
  if (newest === undefined) {
    table.count = 0
    state.newestTime = Number.NaN
  } else if (newest.time === state.newestTime && pivots.size === table.count) {
    // Nearly always the pivots are those of the candle before.
    for (let place = 0; place < table.count; place++) table.ages[place] = (table.ages[place] ?? 0) + 1
  } else {
    copy(pivots, table)
    table.knownAfter = newest.confirmedAfter
    state.newestTime = newest.time
  }
}

const copy = (pivots: ZigZagReading, table: TurnTable): void => {
  table.count = pivots.size
  for (let place = 0; place < pivots.size; place++) {
    const pivot = pivots.pivot(place)
    table.prices[place] = pivot?.price ?? Number.NaN
    table.ages[place] = pivot?.age ?? Number.NaN
    table.tops[place] = pivot?.kind === "high" ? 1 : 0
  }
}

import { ChartView } from "../../../src/chart/frame/ChartView.ts"
import { TurnTable } from "../../../src/chart/turns/TurnTable.ts"
import { windowOf } from "./windowOf.ts"

/** Turns, the newest first, with the age of the candle by which each was known. */
export const turnsAt = (
  ...turns: ReadonlyArray<readonly [kind: "high" | "low", price: number, age: number, known: number]>
): TurnTable => {
  const table = new TurnTable(turns.length)
  table.count = turns.length
  table.knownAfter = (turns[0]?.[2] ?? 0) - (turns[0]?.[3] ?? 0)
  for (const [place, [kind, price, age]] of turns.entries()) {
    table.tops[place] = kind === "high" ? 1 : 0
    table.prices[place] = price
    table.ages[place] = age
  }
  return table
}

/** A view of candles of these closes, oldest first. */
export const viewOf = (closes: ReadonlyArray<number>, pivots: TurnTable, side: 1 | -1 = 1): ChartView => {
  const view = new ChartView()
  view.look(windowOf(closes), pivots, side)
  return view
}

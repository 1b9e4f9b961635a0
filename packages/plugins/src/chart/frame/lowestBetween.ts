import type { ChartView } from "./ChartView.ts"

/** The place of the lowest turn between two tops, of which the later one has the lower place. */
export const lowestBetween = (view: ChartView, later: number, earlier: number): number => {
  let lowest = later + 1
  for (let place = later + 3; place < earlier; place += 2) {
    if (view.turnPrice(place) < view.turnPrice(lowest)) lowest = place
  }
  return lowest
}

import type { Waypoint } from "../../../src/patternExamples/examplePath.ts"

/** A parabola from a rim down to its lowest price and back, over so many candles from `first` on. */
export const bowl = (first: number, candles: number, rim: number, lowest: number): ReadonlyArray<Waypoint> => {
  const half = (candles + 1) / 2
  return Array.from({ length: candles }, (_, step): Waypoint => [
    first + step,
    lowest + ((rim - lowest) * (step + 1 - half) ** 2) / half ** 2
  ])
}

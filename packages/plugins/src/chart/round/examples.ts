import { examplePath, type Waypoint } from "../../patternExamples/examplePath.ts"

/** A fall and a rise, a bowl of 48 candles from 110 to 100 and back, and what comes after it. */
const withBowl = (...after: ReadonlyArray<Waypoint>) =>
  examplePath([
    [0, 112],
    [36, 100],
    [58, 110],
    ...Array.from({ length: 48 }, (_, step): Waypoint => [59 + step, 100 + (10 * (step - 23.5) ** 2) / 24.5 ** 2]),
    ...after
  ])

export const roundingExample = withBowl([107, 110], [108, 110.6])

export const cupExample = withBowl([107, 110], [115, 107], [123, 110.6])

import type { Candle } from "@mjolnir/core"
import { scenarios } from "@mjolnir/core/testing"

/** The data at which bad detectors were made, and over which some of them have a closure: five hours of minutes. */
export const market: ReadonlyArray<Candle> = scenarios.randomWalk.make(7)

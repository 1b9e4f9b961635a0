import type { Candle, Detector } from "@mjolnir/core"
import { matchesOf, readingsOf } from "@mjolnir/core/testing"

import { flagsAndPennants } from "../../../src/chart/flags/flagsAndPennants.ts"
import { headAndShoulders } from "../../../src/chart/heads/headAndShoulders.ts"
import { pivotAtr, pivotsOf } from "../../../src/pivots/pivotParams.ts"
import type { Turn } from "../../pivots/Turn.ts"
import { readAsMinutes } from "../../recorded/marketSeries.ts"
import { turnsIn } from "./turnsIn.ts"

/** A shape that a detector tells, by the numbers of its candles. */
export interface OwnShape {
  readonly pattern: string
  readonly points: ReadonlyArray<number>
  readonly at: number
}

/** A recorded series, its turns and heights as the detectors see them, and what these find with their default params. */
export interface OwnShapes {
  readonly candles: ReadonlyArray<Candle>
  readonly turns: ReadonlyArray<Turn>
  /** Average true range at each candle. */
  readonly ranges: ReadonlyArray<number>
  readonly heads: ReadonlyArray<OwnShape>
  /** The heads told when they are complete. */
  readonly completeHeads: ReadonlyArray<OwnShape>
  readonly flags: ReadonlyArray<OwnShape>
  /** The flags after poles of any length. */
  readonly flagsOfAnyPole: ReadonlyArray<OwnShape>
}

/** The longest pole that can be asked for. */
export const anyPole = { poleCandles: 200 }

/** What the detectors find in a series, which is looked at once however often it is asked for. */
export const ownShapes = (series: string): OwnShapes => {
  const known = found.get(series)
  if (known !== undefined) return known
  const candles = readAsMinutes(series)
  const shapes = {
    candles,
    turns: turnsIn(pivotsOf({ reversal: 2, reversalIn: "atr", within: 240 }), candles),
    ranges: readingsOf(pivotAtr, candles, ({ value }) => value),
    heads: shapesOf(headAndShoulders, candles),
    completeHeads: shapesOf(headAndShoulders, candles, { reported: "completion" }),
    flags: shapesOf(flagsAndPennants, candles),
    flagsOfAnyPole: shapesOf(flagsAndPennants, candles, anyPole)
  }
  found.set(series, shapes)
  return shapes
}

const shapesOf = (detector: Detector, candles: ReadonlyArray<Candle>, settings: object = {}): ReadonlyArray<OwnShape> =>
  matchesOf(detector, candles, { settings }).flatMap((matches, at) =>
    matches.map(({ anchors, pattern }) => ({ pattern, points: anchors.slice(0, -1).map((age) => at - age), at }))
  )

const found = new Map<string, OwnShapes>()

import { percent, relative, zigZag } from "@mjolnir/core/toolbox"

import type { Turn } from "../../pivots/Turn.ts"
import { directionalChanges } from "../../recorded/peerFindings.ts"
import type { Kind } from "./kinds.ts"
import { ownShapes } from "./ownShapes.ts"
import { recordedChannelTurns, recordedLeanTurns } from "./recordedZigZags.ts"
import { turnsIn } from "./turnsIn.ts"

/** neurotrader888's directional changes, by the zig-zag with the same share. */
export const changePivots = (series: string): ReadonlyArray<Kind> =>
  [...directionalChanges(series)].flatMap(([share, theirs]) =>
    pivotsHere(theirs, turnsIn(zigZag({ reversal: relative(Number(share)) }), ownShapes(series).candles))
  )

/** The pivots of LEAN's zig-zag of 5 percent and 10 candles, by the zig-zag of 5 percent. */
export const leanPivots = (): ReadonlyArray<Kind> => {
  const { candles, pivots, series } = recordedLeanTurns()
  const ours = turnsIn(zigZag({ reversal: percent(5) }), ownShapes(series).candles.slice(0, candles))
  return pivotsHere(pivots, ours)
}

/** The pivots of djoffrey's zig-zag of a channel of so many candles, by the zig-zag of 2 average true ranges. */
export const channelPivots = (series: string, window: number): ReadonlyArray<Kind> =>
  pivotsHere(recordedChannelTurns(series, window), ownShapes(series).turns)

type Extreme = Omit<Turn, "confirmedAt">

const pivotsHere = (theirs: ReadonlyArray<Extreme>, ours: ReadonlyArray<Turn>): ReadonlyArray<Kind> => {
  const own = new Set(ours.map(({ index, isHigh }) => `${index} ${isHigh}`))
  return theirs.map(({ index, isHigh }, place) => {
    if (own.has(`${index} ${isHigh}`)) return "samePivot"
    const isUnknown = ours.some((turn) => turn.isHigh !== isHigh && turn.index <= index && index < turn.confirmedAt)
    if (isUnknown) return "beforeKnown"
    const [from, to] = [theirs[place - 1]?.index ?? -1, theirs[place + 1]?.index ?? Number.POSITIVE_INFINITY]
    const turnsThere = ours.some((turn) => turn.isHigh === isHigh && turn.index > from && turn.index < to)
    return turnsThere ? "otherExtreme" : "smallTurn"
  })
}

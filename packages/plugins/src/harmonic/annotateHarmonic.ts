import { type Annotation, type CandleWindow, line, type Match, point, zone } from "@mjolnir/core"

import type { HarmonicSettings } from "./harmonicParams.ts"
import { priceLevels } from "./priceLevels.ts"
import type { HarmonicPattern } from "./ratioTable.ts"
import { pivotPrice, setupOfMatch } from "./setupOfMatch.ts"

/** The pivots and the legs between them, the zone where D is expected or was, and the levels to act by. */
export const annotateHarmonic = (
  match: Match<HarmonicPattern>,
  window: CandleWindow,
  settings: HarmonicSettings
): ReadonlyArray<Annotation> => {
  const setup = setupOfMatch(match, window, settings)
  if (setup === undefined) return []
  const { labels } = setup.row
  const isBullish = match.direction === "bullish"
  const pivots = match.anchors.map((age, index) => {
    // The newest is D, a low when bullish; before it highs and lows take turns.
    const isHigh = ((labels.length - 1 - index) % 2 === 0) !== isBullish
    return { label: labels[index] ?? "", age, price: pivotPrice(window, age, isHigh) }
  })
  const { invalidation, target1, target2 } = priceLevels(setup, match.price)
  const oldestLevel = match.trigger === 0 ? (match.anchors.at(-1) ?? 0) : match.trigger
  const level = (label: string, price: number) => line(label, [oldestLevel, price], [0, price])
  return [
    ...pivots.slice(1).map((to, index) => {
      const from = pivots[index] ?? to
      return line(`${from.label}${to.label}`, [from.age, from.price], [to.age, to.price])
    }),
    ...pivots.map(({ age, label, price }) => point(label, age, price)),
    zone("potential reversal zone", match.anchors[labels.length - 2] ?? 0, 0, setup.zone.low, setup.zone.high),
    level("invalidation", invalidation),
    level("target 0.382", target1),
    level("target 0.618", target2)
  ]
}

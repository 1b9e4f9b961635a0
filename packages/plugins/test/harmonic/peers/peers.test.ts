import { assert, describe, it } from "@effect/vitest"

import { hasPeerFindings, peerSeries } from "../../recorded/peerFindings.ts"
import { compareHarmonicPeers, harmonicPeerTable } from "./compareHarmonicPeers.ts"
import { earlyFindings } from "./earlyFindings.ts"
import { neurotraderRule } from "./neurotraderRule.ts"
import { ownFindings } from "./ownFindings.ts"
import { djoffreyFindings, neurotraderRuns } from "./recordedHarmonicPeers.ts"

describe("other programs' patterns", () => {
  const here = it.skipIf(!hasPeerFindings())

  here("of neurotrader888 all come of its rule as written down here, at both thresholds", () => {
    for (const threshold of ["0.2", "0.5"]) {
      for (const { findings, pivots, series } of neurotraderRuns(threshold)) {
        const { candles } = ownFindings(series)
        const found = earlyFindings(candles, pivots, (points, d) => neurotraderRule(points, d, Number(threshold)))
        assert.deepStrictEqual(
          found.map(({ d, pattern, pivots: xabc }) => [pattern, ...xabc, d]),
          findings.map(({ pattern, pivots: xabcd }) => [pattern, ...xabcd])
        )
        for (const [index, { error }] of found.entries()) assert.closeTo(error, findings[index]?.error ?? 0, 1e-12)
      }
    }
  })

  here("are each compared and counted once", () => {
    const theirs = neurotraderRuns("0.2").reduce((sum, { findings }) => sum + findings.length, 0)
    const ours = peerSeries.reduce((sum, series) => sum + ownFindings(series).potential.length, 0)
    const others = peerSeries.reduce((sum, series) => sum + djoffreyFindings(series).length, 0)
    const counts = new Map<string, number>()
    for (const { compared, count } of compareHarmonicPeers()) counts.set(compared, (counts.get(compared) ?? 0) + count)
    const { "this rule's patterns on neurotrader888's pivots, by its rule": onTheirPivots, ...rest } =
      Object.fromEntries(counts)
    assert.isAbove(onTheirPivots ?? 0, 0)
    assert.deepStrictEqual(Object.values(rest), [theirs, theirs, theirs, ours, others, others])
  })

  here("differ for known reasons alone", () => {
    assert.deepStrictEqual(
      compareHarmonicPeers().filter(({ kind }) => kind === "unexplained"),
      []
    )
    assert.isAbove(harmonicPeerTable().split("\n").length, 10)
  })
})

import { assert, describe, it } from "@effect/vitest"

import { readAsMinutes } from "../../recorded/marketSeries.ts"
import { directionalChanges, hasPeerFindings, peerSeries } from "../../recorded/peerFindings.ts"
import { chartPeerTable, compareChartPeers } from "./compareChartPeers.ts"
import { kinds } from "./kinds.ts"
import { neurotraderFlags } from "./neurotraderFlags.ts"
import { neurotraderHeads } from "./neurotraderHeads.ts"
import { ownShapes } from "./ownShapes.ts"
import { headOrders, recordedFlags, recordedHeads } from "./recordedChartPeers.ts"
import { channelWindows, recordedChannelTurns, recordedLeanTurns } from "./recordedZigZags.ts"

const sum = (counts: ReadonlyArray<number>): number => counts.reduce((total, each) => total + each, 0)

/** How much there is of something in all series. */
const inAll = (count: (series: string) => number): number => sum(peerSeries.map(count))

const closesOf = (series: string): ReadonlyArray<number> => readAsMinutes(series).map(({ close }) => close)

const skipped = !hasPeerFindings()

describe.skipIf(skipped)(`other programs' chart patterns${skipped ? " (there is no ../shared)" : ""}`, () => {
  it.each(peerSeries)(
    "of neurotrader888 all come of its rules as written down here: head and shoulders of %s",
    (series) => {
      for (const order of headOrders) {
        const expected = recordedHeads(series, order)
        const found = neurotraderHeads(closesOf(series), order)
        assert.isAbove(expected.length, 0)
        assert.deepStrictEqual(
          found.map(({ at, points, side, start }) => [side, points, start, at]),
          expected.map(({ at, points, side, start }) => [side, points, start, at])
        )
        for (const [index, { height, slope }] of found.entries()) {
          assert.closeTo(height, expected[index]?.height ?? Number.NaN, 1e-12)
          assert.closeTo(slope, expected[index]?.slope ?? Number.NaN, 1e-12)
        }
      }
    }
  )

  it.each(peerSeries)("of neurotrader888 all come of its rules as written down here: flags of %s", (series) => {
    assert.deepStrictEqual(neurotraderFlags(closesOf(series)), recordedFlags(series, "pips"))
  })

  it("are each compared and counted once", () => {
    const counts = new Map<string, number>()
    for (const { compared, count } of compareChartPeers()) counts.set(compared, (counts.get(compared) ?? 0) + count)
    const heads = headOrders.map((order) => inAll((series) => recordedHeads(series, order).length))
    const flags = (["pips", "trendline"] as const).map((method) =>
      inAll((series) => recordedFlags(series, method).length)
    )
    const own = inAll((series) => ownShapes(series).flags.length)
    assert.deepStrictEqual(
      [...counts.values()],
      [
        ...heads,
        sum(heads),
        inAll((series) => ownShapes(series).heads.length),
        ...flags.flatMap((count) => [count, count]),
        own,
        own,
        inAll((series) => ownShapes(series).flagsOfAnyPole.length),
        inAll((series) => sum([...directionalChanges(series).values()].map(({ length }) => length))),
        recordedLeanTurns().pivots.length,
        inAll((series) => sum(channelWindows.map((window) => recordedChannelTurns(series, window).length)))
      ]
    )
  })

  it("differ for known reasons alone", () => {
    const rows = compareChartPeers()
    assert.deepStrictEqual(
      rows.filter(({ kind }) => kind === "unexplained"),
      []
    )
    assert.isTrue(rows.some(({ kind }) => kinds[kind].agrees))
    assert.isAbove(chartPeerTable().split("\n").length, rows.length)
  })

  it("have every directional change where the zig-zag of the same share has its pivot", () => {
    const changes = compareChartPeers().filter(({ compared }) => compared.includes("directional changes"))
    assert.deepStrictEqual(
      changes.map(({ kind }) => kind),
      ["samePivot"]
    )
  })
})

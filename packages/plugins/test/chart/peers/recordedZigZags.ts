import type { Turn } from "../../pivots/Turn.ts"
import { readPeerFindings } from "../../recorded/peerFindings.ts"

/** The windows of djoffrey's zig-zags, in candles. */
export const channelWindows = [8, 13, 21, 34, 55] as const

/** The pivots of djoffrey's zig-zag of the highest and lowest of so many candles. */
export const recordedChannelTurns = (series: string, window: number): ReadonlyArray<Omit<Turn, "confirmedAt">> =>
  readPeerFindings(`${series}.zigzag.djoffrey`)
    .filter(([each]) => Number(each) === window)
    .map(([, type, price, index]) => ({ index: Number(index), price: Number(price), isHigh: type === "H" }))

/** The pivots of LEAN's own test of its zig-zag of 5 percent and 10 candles, and how many candles of which series it has. */
export const recordedLeanTurns = () => {
  const rows = readPeerFindings("lean-spy-zigzag-5pct-10")
  const pivots = rows.flatMap(([, , , , , , price, type], index): ReadonlyArray<Omit<Turn, "confirmedAt">> => {
    const kind = type?.trim() ?? ""
    return kind === "" ? [] : [{ index, price: Number(price) / 10_000, isHigh: kind === "High" }]
  })
  return { series: "spy-1d-lean", candles: rows.length, pivots }
}

import { readPeerFindings } from "../../recorded/peerFindings.ts"
import type { TheirFlag } from "./neurotraderFlags.ts"
import type { TheirHead } from "./neurotraderHeads.ts"
import type { Side } from "./Side.ts"

/** The orders of turns that neurotrader888's head and shoulders are recorded for. */
export const headOrders = [3, 6, 12] as const

/** The head and shoulders that neurotrader888 finds in a series, by the order of its turns. */
export const recordedHeads = (series: string, order: number): ReadonlyArray<TheirHead> =>
  readPeerFindings(`${series}.hs.nt888`)
    .filter(([each]) => each === String(order))
    .map(([, type, ...rest]) => {
      const numbers = rest.map(Number)
      const [start = 0, at = 0, slope = 0, height = 0] = numbers.slice(5)
      return { side: type === "HS" ? 1 : -1, points: numbers.slice(0, 5), start, at, slope, height }
    })

/** The flags and pennants that neurotrader888 finds in a series, by one of its two methods. */
export const recordedFlags = (series: string, method: "pips" | "trendline"): ReadonlyArray<TheirFlag> =>
  readPeerFindings(`${series}.flags.nt888`)
    .filter(([each]) => each === method)
    .map(([, , type = "", base, tip, at]) => {
      const side: Side = type.startsWith("bull") ? 1 : -1
      return { side, isPennant: type.endsWith("pennant"), base: Number(base), tip: Number(tip), at: Number(at) }
    })
    .toSorted((one, other) => one.at - other.at)

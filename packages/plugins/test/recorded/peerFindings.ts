import type { Turn } from "../pivots/Turn.ts"
import { hasMarketData } from "./marketSeries.ts"
import { hasShared, readSharedTable } from "./sharedFiles.ts"

/** True when there is what other programs find in recorded candles, and the candles as well. */
export const hasPeerFindings = (): boolean => hasMarketData() && hasShared(folder)

const folder = "golden/chart"

/** The series of which there are both the candles and what other programs find in them. */
export const peerSeries = ["spy-1d-lean", "aapl-1d-lean"] as const

/** What another program finds, by the name of its table: rows of cells. */
export const readPeerFindings = (name: string): ReadonlyArray<ReadonlyArray<string>> =>
  readSharedTable(`${folder}/${name}.csv`)

/** The turns that neurotrader888 finds in a series by directional change, by the share of the change as it is written. */
export const directionalChanges = (series: string): ReadonlyMap<string, ReadonlyArray<Turn>> => {
  const rows = readPeerFindings(`${series}.dc-pivots.nt888`)
  const bySigma = Map.groupBy(rows, ([sigma = ""]) => sigma)
  return new Map([...bySigma].map(([sigma, ofSigma]) => [sigma, ofSigma.map(turnOf)]))
}

const turnOf = ([, confirmedAt, index, price, type]: ReadonlyArray<string>): Turn => ({
  index: Number(index),
  price: Number(price),
  isHigh: type === "1",
  confirmedAt: Number(confirmedAt)
})

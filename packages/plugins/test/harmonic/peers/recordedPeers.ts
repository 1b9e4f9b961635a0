import { readFindings } from "../../library/marketData.ts"
import type { Turn } from "../everyHarmonic.ts"

/** The series of which there are both the candles and what other programs find in them. */
export const peerSeries = ["spy-1d-lean", "aapl-1d-lean"] as const

/** What neurotrader888 finds in a series with the pivots of one sigma. */
export interface RecordedRun {
  readonly series: string
  readonly sigma: string
  readonly pivots: ReadonlyArray<Turn>
  readonly findings: ReadonlyArray<RecordedFinding>
}

/** A pattern as another program tells it, its pivots X, A, B, C and D by index of their candles. */
export interface RecordedFinding {
  readonly pattern: string
  readonly pivots: ReadonlyArray<number>
  readonly error: number
}

/** The runs of neurotrader888 that take patterns of no more than this error in all. */
export const neurotraderRuns = (threshold: string): ReadonlyArray<RecordedRun> =>
  peerSeries.flatMap((series) => {
    const pivots = readFindings(`chart/${series}.dc-pivots.nt888`)
    const findings = readFindings(`chart/${series}.xabcd.nt888`).filter(([, most]) => most === threshold)
    return [...new Set(findings.map(([sigma = ""]) => sigma))].map((sigma) => ({
      series,
      sigma,
      pivots: pivots
        .filter(([each]) => each === sigma)
        .map(([, confirmedAt, index, price, type]) => ({
          index: Number(index),
          price: Number(price),
          isHigh: type === "1",
          confirmedAt: Number(confirmedAt)
        })),
      findings: findings
        .filter(([each]) => each === sigma)
        .map(([, , name = "", ...rest]) => ({
          pattern: name
            .replace(/^Bear|^Bull/, "")
            .replace(" ", "_")
            .toUpperCase(),
          pivots: rest.slice(0, 5).map(Number),
          error: Number(rest[5])
        }))
    }))
  })

/** What djoffrey/HarmonicPatterns finds in a series, each XABCD once whatever the window of its pivots. */
export const djoffreyFindings = (series: string): ReadonlyArray<RecordedFinding> => {
  const findings = readFindings(`chart/${series}.xabcd.djoffrey`).map(([, , label = "", ...rest]) => {
    const name = label.split(" ")[1] ?? ""
    return {
      pattern: djoffreyNames[name] ?? name.toUpperCase(),
      pivots: rest.slice(0, 5).map(Number),
      error: Number.NaN
    }
  })
  return [...new Map(findings.map((each) => [`${each.pattern} ${each.pivots}`, each])).values()]
}

const djoffreyNames: Readonly<Record<string, string>> = { "5o": "FIVE_ZERO", abcd: "AB_CD" }

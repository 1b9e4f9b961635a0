import type { Turn } from "../../pivots/Turn.ts"
import { directionalChanges, peerSeries, readPeerFindings } from "../../recorded/peerFindings.ts"

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
    const pivots = directionalChanges(series)
    const findings = readPeerFindings(`${series}.xabcd.nt888`).filter(([, most]) => most === threshold)
    return [...Map.groupBy(findings, ([sigma = ""]) => sigma)].map(([sigma, ofSigma]) => ({
      series,
      sigma,
      pivots: pivots.get(sigma) ?? [],
      findings: ofSigma.map(([, , name = "", ...rest]) => ({
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
  const findings = readPeerFindings(`${series}.xabcd.djoffrey`).map(([, , label = "", ...rest]) => {
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

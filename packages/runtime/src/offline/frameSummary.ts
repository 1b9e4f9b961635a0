import { allFrameOutcomes, type FrameCounts, frameOutcomes } from "@mjolnir/core/wire"

/**
 * The outcomes that frames have had, how often and what each means, as lines to read. The counts add up to the total.
 *
 * @example
 * // frames by outcome
 * //   accepted   573620  a tick that went into a candle
 * //   late            3  a tick whose candle had closed
 * //   total      573623
 */
export const frameSummary = (counts: FrameCounts): string => {
  const rows = allFrameOutcomes
    .filter((outcome) => counts[outcome] > 0)
    .map((outcome) => [outcome, counts[outcome]] as const)
  const total = rows.reduce((sum, [, count]) => sum + count, 0)
  const nameWidth = Math.max(...[...rows, ["total"] as const].map(([name]) => name.length))
  const countWidth = String(total).length
  const line = (name: string, count: number): string =>
    `  ${name.padEnd(nameWidth)}  ${String(count).padStart(countWidth)}`
  return [
    "frames by outcome",
    ...rows.map(([outcome, count]) => `${line(outcome, count)}  ${frameOutcomes[outcome]}`),
    line("total", total)
  ].join("\n")
}

import { type CaseDefinition, firstFound, ifComparable, verdictOf } from "../CaseDefinition.ts"
import { madeUpSeries } from "../subject/madeUpSeries.ts"
import { playCandle } from "../subject/playCandle.ts"
import { recordingDifference, tellAll, textOf } from "../subject/Recording.ts"
import { millisOf, type Series } from "../subject/Series.ts"
import type { Play, Subject } from "../subject/Subject.ts"

export const symbolIsolation: CaseDefinition = {
  id: "C08",
  title: "symbols do not know of each other",
  reason: "thousands of symbols share one process, and which of them are watched must not matter",
  hint: "keep what is remembered in state, which the host keeps for each symbol and interval, not in a variable of the module",
  examine: (subject) =>
    ifComparable(subject, () => {
      const { detector, madeReadyOnce, otherSymbol, series } = subject
      const [one] = series
      const others = series.length > 1 ? series.slice(1) : madeUpSeries(one.interval, 1).slice(0, 2)
      const found = firstFound(
        others.map((other, index) => [series[index] ?? one, other] as const),
        ([one, other]) =>
          // Two symbols of one plan, and two plans that both have the symbol.
          interleaved(
            subject,
            [one, { detector: madeReadyOnce }],
            [other, { detector: madeReadyOnce, symbol: otherSymbol }]
          ) ?? interleaved(subject, [one, { detector }], [other, { detector }])
      )
      return verdictOf(found, `two symbols by turns, and one symbol in two plans: ${subject.tally}`)
    })
}

type Side = readonly [series: Series, play: Play]

/** Runs both by turns, a candle of each, and compares each with itself alone. */
const interleaved = (subject: Subject, ...sides: readonly [Side, Side]): string | undefined => {
  const runs = sides.map(([series, play]) => ({ series, play, pipeline: subject.pipeline(series, play) }))
  const told = sides.map((): Array<string> => [])
  for (let index = 0; runs.some(({ series }) => index < series.candles.length); index++) {
    for (const [side, { pipeline, series }] of runs.entries()) {
      const candle = series.candles[index]
      if (candle !== undefined) told[side]?.push(textOf(playCandle(pipeline, candle, millisOf(series)), tellAll))
    }
  }
  return firstFound(runs.entries(), ([side, { play, series }]) => {
    const alone = subject.play(series, play)
    return recordingDifference(series, alone.told, told[side] ?? [])
  })
}

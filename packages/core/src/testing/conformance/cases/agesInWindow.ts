import { type CaseDefinition, firstFound, verdictOf } from "../CaseDefinition.ts"
import { instrumented } from "../subject/instrumented.ts"
import { ProbingWindow } from "../subject/ProbingWindow.ts"
import { placeIn } from "../subject/Series.ts"

export const agesInWindow: CaseDefinition = {
  id: "C05",
  title: "only candles of the window are asked for",
  reason:
    "a negative age is a later candle, which reads as NaN, and so does one beyond the declared history: a rule that is " +
    "broken in silence",
  hint: "ages go from 0, the newest, to history - 1; raise history when an older candle is needed",
  examine: (subject) => {
    let stray: string | undefined
    const watched = instrumented(subject.detector, {
      window: (window, declared) =>
        new ProbingWindow(window, declared, (figure, age) => {
          stray ??= `${figure}(${String(age)}) of a window for which ${declared} candles are declared`
        })
    })
    const found = firstFound(subject.series, (series) => {
      let reached = 0
      const before = (_: unknown, index: number) => {
        if (stray === undefined) reached = index
      }
      subject.play(series, { detector: watched, before })
      return stray && `${placeIn(series, reached)}: ${stray}`
    })
    return verdictOf(found, `every read watched: ${subject.extent}`)
  }
}

import { type CaseDefinition, firstFound, verdictOf } from "../CaseDefinition.ts"
import { instrumented } from "../subject/instrumented.ts"
import { setTraps } from "../traps/setTraps.ts"

export const purity: CaseDefinition = {
  id: "C12",
  title: "no clock, chance, timer or I/O is used",
  reason: "the same candles must give the same matches live, replayed and years later, on every machine",
  hint: "the time is window.time(0); what is measured or loaded belongs in a feature, a scorer with a Layer, or the params",
  examine: (subject) =>
    setTraps((traps) => {
      const watched = instrumented(subject.detector, { call: traps.watch })
      const found = firstFound(subject.series, (series) => {
        subject.play(series, { detector: watched })
        return traps.caught.size === 0 ? undefined : `it used ${[...traps.caught].join(", ")}`
      })
      return verdictOf(found, `${traps.count} functions watched: ${subject.extent}`)
    })
}

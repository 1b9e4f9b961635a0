import { Record } from "effect"

import { type CaseDefinition, firstFound, verdictOf } from "../CaseDefinition.ts"
import { instrumented } from "../subject/instrumented.ts"
import { changedIntrinsics } from "../subject/intrinsics.ts"
import { recordingDifference, type Teller } from "../subject/Recording.ts"
import type { Series } from "../subject/Series.ts"
import type { Subject } from "../subject/Subject.ts"
import { writeProtected } from "../subject/writeProtected.ts"

export const nothingChanged: CaseDefinition = {
  id: "C13",
  title: "nothing that it is given or shares is changed",
  reason: "windows, readings and the language itself are the same objects for every detector in the process",
  hint:
    "change state in detect alone: not the window, the context, a reading or a prototype, and nothing at all in annotate, " +
    "explain and nearMisses",
  examine: (subject) => {
    const found = firstFound(
      subject.series,
      (series) => writeIn(subject, series) ?? pollutionIn(subject, series) ?? disturbanceIn(subject, series)
    )
    return verdictOf(found, `every write watched: ${subject.extent}`)
  }
}

const writeIn = (subject: Subject, series: Series): string | undefined => {
  const writes = new Set<string>()
  const onWrite = (path: string): void => void writes.add(path)
  const watched = instrumented(subject.detector, {
    window: (window) => writeProtected(window, "window", onWrite),
    context: (context) =>
      writeProtected(
        {
          ...context,
          features: Record.map(context.features, (reading, name) =>
            writeProtected(reading, `features.${name}`, onWrite)
          )
        },
        "context",
        onWrite
      )
  })
  subject.play(series, { detector: watched })
  return writes.size === 0 ? undefined : `in ${series.name} it tried to change ${[...writes].join(", ")}`
}

const pollutionIn = (subject: Subject, series: Series): string | undefined => {
  const changed = changedIntrinsics(() => void subject.play(series))
  return changed.length === 0 ? undefined : `in ${series.name} it changed ${changed.join(", ")}`
}

/** What is found must not depend on whether somebody asks for annotations, explanations and near misses. */
const disturbanceIn = (subject: Subject, series: Series): string | undefined => {
  if (subject.unsteadiness !== undefined) return undefined
  const asked = subject.play(series, { tell: withoutDetails })
  const unasked = subject.play(series, { tell: withoutDetails, settings: { annotates: false, explains: "nothing" } })
  const found = recordingDifference(series, asked.told, unasked.told)
  return found && `when it is not asked for annotations, explanations and near misses, in ${found}`
}

const withoutDetails: Teller = ({ decisions }) =>
  decisions.length === 0
    ? { decisions: [], nearMisses: [] }
    : {
        decisions: decisions.map(({ detection: { annotations: _a, explanation: _e, ...detection }, ...rest }) => ({
          ...rest,
          detection
        })),
        nearMisses: []
      }

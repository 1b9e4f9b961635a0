import { readyAfterOf } from "../../../plugin/defineFeature.ts"
import { type CaseDefinition, failed, ifComparable, passed, skipped, type Verdict } from "../CaseDefinition.ts"
import { baseCandlesOf, warmFrom } from "../subject/Lookback.ts"
import { type Recording, textDifference } from "../subject/Recording.ts"
import { placeIn, type Series } from "../subject/Series.ts"
import type { Subject } from "../subject/Subject.ts"

export const declaredHistory: CaseDefinition = {
  id: "C06",
  title: "the declared history suffices",
  reason: "else a detector finds other things after a start or a gap in the data than one that has run for long",
  hint:
    "raise history to all the candles that can influence a match, by way of state as well, and warmUp to those without " +
    "which a match may be a mistake; a detector with a state is first called at candle warmUp, so let that be 1",
  examine: (subject) => ifComparable(subject, () => examined(subject))
}

const examined = (subject: Subject): Verdict => {
  const tolerance = Object.keys(subject.configured.features).length > 0 ? nearEnough : 0
  let starts = 0
  let compared = 0
  const differences: Array<string> = []
  for (const series of subject.series) {
    const early = subject.expected(series)
    for (const [start, until] of lateStarts(subject, series)) {
      const warm = warmFrom(series, start, subject.lookbacks, subject.calendar)
      if (warm === undefined) continue
      starts++
      const late = subject.play(series, {}, start, until)
      const invented = tolerance === 0 ? inventionIn(subject, series, early, late, warm) : undefined
      if (invented !== undefined) return failed(`started at ${placeIn(series, start)}: ${invented}`)
      for (let index = warm; index < until; index++) {
        const [one = "", other = ""] = [early.told[index], late.told[index]]
        if (one === "" && other === "") continue
        compared++
        const found = textDifference(one, other, tolerance)
        if (found !== undefined)
          differences.push(`started at ${placeIn(series, start)}; ${placeIn(series, index)}: ${found}`)
      }
    }
  }
  if (starts === 0) return skipped(`no late start gets warm in ${subject.extent}; give more of them`)
  const [first] = differences
  if (first !== undefined && differences.length > compared * (tolerance === 0 ? 0 : mayBeGrazed)) return failed(first)
  const howEqual =
    tolerance === 0 ? "all equal" : `all but ${differences.length} equal to within ${tolerance}, as features fade`
  return passed(`${starts} late starts, ${compared} finds compared, ${howEqual}`)
}

/** Features like an EMA never quite forget where they began. */
const nearEnough = 1e-6
/** Share of finds that may differ when one looks at features: a threshold that is just met by one and missed by the other. */
const mayBeGrazed = 0.02

/** Candles at which to start, and at which to stop: just warm at a find, and anywhere. */
const lateStarts = (subject: Subject, series: Series): ReadonlyArray<readonly [start: number, until: number]> => {
  const { length } = series.candles
  const lookback = baseCandlesOf(subject.lookbacks, series.interval)
  const finds = [...subject.expected(series).told.keys()].filter((index) => subject.expected(series).told[index] !== "")
  const atFinds = spread(finds, mostAtFinds).map((find) => [find - lookback + 1, find + 2] as const)
  const anywhere = spread([...series.candles.keys()], mostAnywhere).map(
    (start) => [start, start + 2 * lookback + 60] as const
  )
  return [...atFinds, ...anywhere]
    .filter(([start]) => start > 0)
    .map(([start, until]) => [start, Math.min(until, length)] as const)
}

const mostAtFinds = 60
const mostAnywhere = 25

/** At most `most` of the items, evenly from all of them. */
const spread = <Item>(items: ReadonlyArray<Item>, most: number): ReadonlyArray<Item> => {
  const step = Math.max(1, items.length / most)
  return items.filter((_, index) => Math.floor(index / step) !== Math.floor((index - 1) / step))
}

/**
 * A match in a window that is not full yet and that is none when it is. To miss some is right; to invent some shows that
 * `warmUp` is too small. Of no meaning where a state or a higher candle began in the middle, or a
 * feature may be read before it is warm.
 */
const inventionIn = (
  { configured, detector, lookbacks }: Subject,
  series: Series,
  early: Recording,
  late: Recording,
  warm: number
): string | undefined => {
  if (Object.values(configured.features).some((feature) => readyAfterOf(feature) < feature.warmUp)) return undefined
  if (detector.can.remember || lookbacks.some(({ interval }) => interval !== series.interval)) return undefined
  const known = new Set(early.decisions.map(keyOf))
  const invented = late.decisions.find((each) => each.index < warm && !known.has(keyOf(each)))
  if (invented === undefined) return undefined
  const { decision, index } = invented
  return `${placeIn(series, index)}: a ${decision.detection.pattern} that is none when the window is full; warmUp is too small`
}

const keyOf = ({ decision, index }: Recording["decisions"][number]): string => `${index} ${decision.detection.pattern}`

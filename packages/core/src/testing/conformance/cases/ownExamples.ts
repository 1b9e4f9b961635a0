import { exampleCandles } from "../../../plugin/exampleCandles.ts"
import type { PatternDescription } from "../../../plugin/PatternDescription.ts"
import { type CaseDefinition, firstFound, skipped, verdictOf } from "../CaseDefinition.ts"
import type { Subject } from "../subject/Subject.ts"

export const ownExamples: CaseDefinition = {
  id: "C16",
  title: "each pattern comes about in its own example",
  reason: "the catalogue draws the example, and users take the drawing for what is found",
  hint:
    "give in patterns an example whose newest candle completes the pattern by the default params, with as many candles before " +
    "it as the detector and its features need",
  examine: (subject) => {
    const described = Object.entries(subject.detector.patterns)
    if (described.length === 0) return skipped("its patterns are not described")
    if (subject.detector.on === "tick")
      return skipped("examples are of closed candles, and it looks at the forming one")
    const [series] = subject.series
    return verdictOf(
      firstFound(described, ([pattern, description]) => missingIn(subject, series.interval, pattern, description)),
      `examples of ${described.length}: each completed by its newest candle`
    )
  }
}

/** What was found at the newest candle of the example in the place of the pattern. */
const missingIn = (
  subject: Subject,
  interval: Subject["series"][0]["interval"],
  pattern: string,
  { example }: PatternDescription
): string | undefined => {
  const series = { name: `the example of ${pattern}`, interval, candles: exampleCandles(example, interval) }
  const { decisions, faults } = subject.play(series, { settings: { params: { [subject.detector.name]: {} } } })
  const newest = example.length - 1
  const found = new Set(
    decisions.flatMap(({ decision, index }) => (index === newest ? decision.detection.pattern : []))
  )
  if (found.has(pattern)) return undefined
  const [fault] = faults
  if (fault !== undefined) return `the example of ${pattern}: ${fault[1]}`
  const others = found.size === 0 ? "nothing" : [...found].join(", ")
  const earlier = decisions.find(({ decision }) => decision.detection.pattern === pattern)
  const where = earlier === undefined ? "" : `, but at candle ${earlier.index} of ${example.length}`
  return `the example of ${pattern}: its newest candle completes ${others}${where}`
}

import type { Declared } from "./SourceModule.ts"

/** Something that a plugin can import, or a type that is mentioned by it. */
export interface Exported extends Declared {
  /** How a plugin imports it; undefined for a type that is only mentioned. */
  readonly entry: string | undefined
  /** Path of its module from the sources of `@mjolnir/core`. */
  readonly path: string
}

/** The groups of the reference in their order, and what each is for. */
export const referenceGroups = {
  Definitions: "How a plugin and its parts are defined.",
  "What detectors see": "What a detector, or a feature, looks at.",
  "Matches, annotations and detections": "What a detector says, and what becomes of it.",
  Toolbox:
    "Indicators, pivots, geometry and tolerances. What returns a `Feature` belongs into `features`; the rest are functions.",
  "Test kit": "For the tests of a plugin, in any test runner.",
  Calendars: "Where trading days and sessions begin and end.",
  Errors:
    "What is thrown or given as a failure. Each has a message that says what is wrong, where, and how to mend it.",
  "What the host works with":
    "What the definitions give. A plugin hands them to `definePlugin`; a test may call them as the host does.",
  "Fakes of the host's services": "For tests of Mjolnir itself; a plugin meets none of these services.",
  "Types that the above mention": "They cannot be imported by their names, and need not be."
} as const
export type ReferenceGroup = keyof typeof referenceGroups

/** The group to which something belongs. */
export const groupOf = ({ entry, name, path, text }: Exported): ReferenceGroup => {
  if (text.includes("Schema.TaggedError")) return "Errors"
  if (entry === undefined) return "Types that the above mention"
  if (fakes.has(name)) return "Fakes of the host's services"
  if (entry === "@mjolnir/core/toolbox") return "Toolbox"
  if (entry === "@mjolnir/core/testing") return "Test kit"
  if (path.startsWith("calendar/")) return "Calendars"
  if (seen.has(name)) return "What detectors see"
  if (path.startsWith("domain/")) return "Matches, annotations and detections"
  return made.has(name) || /^(Configured|Running|Host|Open)/.test(name) ? "What the host works with" : "Definitions"
}

/** Sorts definitions by the kind of part that they are of: detectors first, whatever is of none last. */
export const rankOf = ({ name }: Exported): number => {
  const rank = kinds.findIndex((kind) => name.includes(kind))
  return rank < 0 ? kinds.length : rank
}

const kinds = ["Detector", "Feature", "Scorer", "Gate", "Sink", "Feed", "Plugin"]

const seen = new Set([
  "CandleWindow",
  "TickWindow",
  "FormingCandle",
  "DetectorContext",
  "Readings",
  "Trigger",
  "Candle",
  "Tick",
  "Interval",
  "intervalMillis",
  "emptyIntervalsBetween",
  "Session",
  "StockSymbol",
  "isStockSymbol",
  "EpochMillis",
  "epochMillis"
])

const made = new Set([
  "Detector",
  "Feature",
  "Feed",
  "Gate",
  "Scorer",
  "Sink",
  "Plugin",
  "PartKind",
  "partKinds",
  "Call"
])

const fakes = new Set([
  "FakeMarketSocket",
  "FakeOutbox",
  "FakeRedis",
  "FakeWatchlist",
  "expectCounted",
  "layerTestConfig",
  "TestConfig"
])

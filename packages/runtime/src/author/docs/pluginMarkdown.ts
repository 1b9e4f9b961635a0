import type { ConfiguredDetector, Detector, Feature, Filters, Plugin } from "@mjolnir/core"
import { Option, Predicate, Result } from "effect"

import { counted } from "../../output/plural.ts"
import { markdownTable } from "./markdownTable.ts"
import { paramsTable } from "./paramsTable.ts"
import { patternMarkdown } from "./patternMarkdown.ts"

/** What the users of a plugin must know of its parts, as Markdown that is made of what the parts declare. */
export const pluginMarkdown = (plugin: Plugin): string =>
  [
    "## What is in it",
    `\`${plugin.name}\` ${plugin.version} works with \`@mjolnir/core\` ${plugin.sdk} and runs ${places[plugin.isolation]}.`,
    ...plugin.detectors.flatMap(detectorSection),
    ...plugin.features.flatMap(featureSection),
    ...plugin.feeds.flatMap((feed) => section("Feed", feed, [["In metrics", code(`mjolnir_feed_ticks_total`)]])),
    ...plugin.gates.flatMap((gate) =>
      section("Gate", gate, [
        ["Holds back for", codes(gate.reasons)],
        ["In metrics", codes(gate.reasons.map((reason) => `mjolnir_detections_suppressed_total{reason="${reason}"}`))]
      ])
    ),
    ...plugin.scorers.flatMap((scorer) =>
      section("Scorer", scorer, [["In metrics", code(`mjolnir_scorer_failures_total{scorer="${idOf(scorer)}"}`)]])
    ),
    ...plugin.sinks.flatMap((sink) =>
      section("Sink", sink, [["In metrics", code(`mjolnir_sink_deliveries_total{sink="${idOf(sink)}"}`)]])
    )
  ].join("\n\n")

const places = { inline: "in the service's own thread", worker: "in a worker thread" } as const

const detectorSection = (detector: Detector): ReadonlyArray<string> => {
  const configured = Option.getOrUndefined(Result.getSuccess(detector.configure({})))
  const facts = section(
    "Detector",
    detector,
    [
      ["Finds", codes(detector.emits)],
      ["Looks at", looksAt(detector, configured)],
      ["History", configured === undefined ? "depends on its params" : historyOf(configured)],
      ...(Object.keys(detector.filters).length === 0 ? [] : [["Only", filtersText(detector.filters)] as const]),
      ["Prices", scales[detector.priceScale]],
      ["Beside its matches", abilities(detector)],
      [
        "In metrics",
        codes([
          ...detector.emits.map((pattern) => `mjolnir_patterns_detected_total{pattern="${pattern}"}`),
          `mjolnir_part_faults_total{part="${idOf(detector)}"}`
        ])
      ]
    ],
    configured && JSON.parse(configured.canonicalParams)
  )
  const patterns = detector.emits.flatMap((name) => {
    const description = Object.hasOwn(detector.patterns, name) ? detector.patterns[name] : undefined
    return description === undefined ? [] : [`#### ${code(name)}`, patternMarkdown(description)]
  })
  return [...facts, ...patterns]
}

const looksAt = ({ intervals, on }: Detector, configured: ConfiguredDetector | undefined): string => {
  const candles = on === "tick" ? "the forming candle" : "closed candles"
  const own = intervals === undefined ? "of the service's interval" : `of ${intervals.join(", ")}`
  const higher = (configured?.higher ?? []).map(([interval, count]) => `${counted(count, "candle")} of ${interval}`)
  return [`${candles} ${own}`, ...higher].join(", and ")
}

const historyOf = ({ history, warmUp }: ConfiguredDetector): string =>
  warmUp >= history
    ? `${counted(warmUp, "candle")}, and finds nothing before it has them`
    : `${counted(history, "candle")} at the most; begins after ${warmUp}`

const filtersText = ({ minimumVolume, sessions, symbols }: Filters): string =>
  [
    ...(symbols === undefined ? [] : [`symbols ${codes(symbols)}`]),
    ...(sessions === undefined ? [] : [`candles of the session ${codes(sessions)}`]),
    ...(minimumVolume === undefined ? [] : [`candles of at least ${minimumVolume} shares`])
  ].join(", ")

const scales = {
  relative: "only their ratios count",
  absolute: "amounts of money count"
} as const

const abilities = ({ can }: Detector): string => {
  const told = [
    ...(can.annotate ? ["annotations for the chart"] : []),
    ...(can.explain ? ["rule scores"] : []),
    ...(can.tellNearMisses ? ["near misses"] : [])
  ]
  return told.length === 0 ? "nothing" : told.join(", ")
}

const featureSection = (feature: Feature<object>): ReadonlyArray<string> => {
  const params = featureParams(feature)
  return section("Feature", { ...feature, describeParams: () => undefined }, [
    ...(params === "" ? [] : [["Made with", params] as const]),
    ["Follows", feature.interval === undefined ? "the candles of its detector" : `candles of ${feature.interval}`],
    ["History", counted(feature.history, "candle")],
    ["Warm-up", counted(feature.warmUp, "candle")]
  ])
}

/** The key of a feature begins with its id and the params that it was made with. */
const featureParams = ({ key }: Feature<object>): string => {
  const parsed: unknown = JSON.parse(key)
  const params: unknown = Array.isArray(parsed) ? parsed[1] : undefined
  if (!Array.isArray(params)) return ""
  return params.flatMap((pair: unknown) => (Array.isArray(pair) ? [code(`${pair[0]}: ${pair[1]}`)] : [])).join(", ")
}

interface DescribedPart {
  readonly name: string
  readonly version: string
  readonly summary: string
  readonly describeParams: () => unknown
}

const section = (
  kind: string,
  { describeParams, name, summary, version }: DescribedPart,
  facts: ReadonlyArray<readonly [string, string]>,
  defaults?: unknown
): ReadonlyArray<string> => {
  const params = paramsTable(describeParams(), Predicate.isObject(defaults) ? defaults : {})
  return [
    `### ${kind} \`${name}\``,
    `${summary.replace(/\.?$/, ".")} Version ${version}.`,
    markdownTable(["", ""], facts),
    ...(params === undefined ? [] : [params])
  ]
}

const idOf = ({ name, version }: Pick<DescribedPart, "name" | "version">): string => `${name}@${version}`
const code = (text: string): string => `\`${text}\``
const codes = (texts: ReadonlyArray<string>): string => texts.map(code).join(", ")

import type { Paint } from "../../output/painter.ts"
import { counted } from "../../output/plural.ts"
import { textTable } from "../textTable.ts"
import type { Cost } from "./CostMeter.ts"
import type { Bench } from "./measurePlugin.ts"

/** What a detector itself costs, without the fold. */
interface OwnCost extends Cost {
  readonly candlesPerSecond: number
  readonly ownMicros: number
  readonly ownBytes: number
  /** Share of the time budget: 1 is all of it. */
  readonly budgetShare: number
  /** How many times what a classic detector costs on average. */
  readonly timesClassic: number
}

/** What detectors cost as a table to read, and what its figures mean. */
export const benchText = (bench: Bench, paint: Paint): string => {
  const { candles, classic, detectors, fold, isClassic, source, symbols } = bench
  const rows = [
    ...detectors.map((cost) => cells(ownCost(bench, cost))),
    ...(isClassic ? [] : classic.map((cost) => cells(ownCost(bench, cost), "classic "))),
    cells(ownCost(bench, fold))
  ]
  const faults = detectors.filter((cost) => cost.faults > 0)
  return [
    `${candles} candles of ${counted(symbols, "symbol")}, ${source}`,
    textTable(columns, rows, paint),
    [
      "CANDLES/S  candles that one thread folds in a second with this detector alone",
      "MEAN, P99  µs for a candle: the detector, its features and the fold that calls it",
      "SLOWEST    the slowest candle in its fastest of five rounds, in µs",
      "BYTES      allocated for a candle on average; little of it means little work for the garbage collector",
      `BUDGET     what the detector adds to the fold, as a share of the ${budgetMicros} µs that it may take`,
      "CLASSIC    the same, as a multiple of what a detector of the classic plugin adds on average"
    ]
      .map((line) => paint("dim", line))
      .join("\n"),
    ...faults.map((cost) =>
      paint("red", `${cost.name} failed on ${counted(cost.faults, "candle")}: see mjolnir plugin check`)
    )
  ].join("\n\n")
}

/** What detectors cost as one JSON object. */
export const benchJson = (bench: Bench): string => {
  const { candles, classic, detectors, fold, plugin, source, symbols } = bench
  const json = (cost: Cost) => costJson(ownCost(bench, cost))
  return JSON.stringify(
    {
      plugin,
      source,
      candles,
      symbols,
      budgetMicros,
      detectors: detectors.map(json),
      classic: classic.map(json),
      fold: json(fold)
    },
    null,
    2
  )
}

/** Microseconds that a detector may take for a candle on average, as `conformance` has it. */
const budgetMicros = 20

const ownCost = ({ classic, fold }: Bench, cost: Cost): OwnCost => {
  const own = (each: Cost) => Math.max(0, each.meanMicros - fold.meanMicros)
  const classicMicros = classic.reduce((sum, each) => sum + own(each), 0) / classic.length
  return {
    ...cost,
    candlesPerSecond: Math.round(1e6 / cost.meanMicros),
    ownMicros: own(cost),
    ownBytes: Math.max(0, cost.bytes - fold.bytes),
    budgetShare: own(cost) / budgetMicros,
    timesClassic: own(cost) / classicMicros
  }
}

const columns = [
  { title: "DETECTOR" },
  { title: "CANDLES/S", isNumber: true },
  { title: "MEAN", isNumber: true },
  { title: "P99", isNumber: true },
  { title: "SLOWEST", isNumber: true },
  { title: "BYTES", isNumber: true },
  { title: "BUDGET", isNumber: true },
  { title: "CLASSIC", isNumber: true }
] as const

const cells = (cost: OwnCost, prefix = ""): ReadonlyArray<string> => [
  `${prefix}${cost.name}`,
  cost.candlesPerSecond.toLocaleString("en"),
  cost.meanMicros.toFixed(2),
  cost.p99Micros.toFixed(2),
  cost.slowestMicros.toFixed(1),
  cost.bytes.toFixed(0),
  `${(100 * cost.budgetShare).toFixed(1)} %`,
  `× ${cost.timesClassic.toFixed(1)}`
]

const costJson = ({ name, ...figures }: OwnCost) => ({
  name,
  ...Object.fromEntries(Object.entries(figures).map(([key, value]) => [key, Number(value.toFixed(4))]))
})

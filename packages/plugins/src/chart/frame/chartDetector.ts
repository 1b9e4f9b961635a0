import {
  type CandleWindow,
  defineDetector,
  type Detector,
  type Feature,
  type Match,
  noMatch,
  type PatternDescription,
  type RuleScore
} from "@mjolnir/core"
import { type Schema, Struct } from "effect"

import type { PivotSettings } from "../../pivots/pivotParams.ts"
import { shortestPattern } from "../../pivots/shortestPattern.ts"
import type { MethodSettings } from "../params/methodParams.ts"
import { kernelTurns } from "../turns/kernelTurns.ts"
import { pivotTurns } from "../turns/pivotTurns.ts"
import type { TurnReading, TurnTable } from "../turns/TurnTable.ts"
import { chartMatch } from "./chartMatch.ts"
import type { ChartShape } from "./ChartShape.ts"
import { ChartView, type Side } from "./ChartView.ts"
import { drawnShape } from "./drawnShape.ts"
import { type QualityRules, qualityScores } from "./QualityRule.ts"

/** What makes a detector of chart patterns: what they are, and how one is found. */
export interface ChartDetectorDefinition<
  Pattern extends string,
  Params extends Schema.ConstraintDecoder<ChartSettings>,
  Rule extends string
> {
  readonly name: string
  readonly version: string
  readonly summary: string
  readonly patterns: { readonly [Each in Pattern]: PatternDescription }
  /** A struct with the fields of `pivotParams` among its own. */
  readonly params: Params
  readonly quality: QualityRules<Rule>
  /**
   * The shape that the newest candle completes in the view. Called for each candle, the market first as it is and then
   * upside down: cheap tests come first, and nothing is allocated unless a shape is found.
   */
  readonly find: Find<Pattern, Params["Type"], Rule>
  /** The same among the extrema of the kernel method, for a detector with `methodParams`. */
  readonly findByKernel?: Find<Pattern, Params["Type"], Rule>
}

type Find<Pattern extends string, Settings, Rule extends string> = (
  view: ChartView,
  params: Settings
) => ChartShape<Pattern, Rule> | undefined

/** Params that the frame itself reads. */
export interface ChartSettings extends PivotSettings, Partial<MethodSettings> {}

/**
 * The detector of chart patterns. It remembers nothing: what it finds follows from the candles and the turning points.
 * Every match carries its corners, lines, level and target, is identified by the corners and the candle that completes
 * it, and has the confidence that its quality rules sum to.
 *
 * @throws InvalidDefinition when name, version or numbers are not what they should be.
 */
export const chartDetector = <
  const Pattern extends string,
  Params extends Schema.ConstraintDecoder<ChartSettings>,
  Rule extends string
>({
  find,
  findByKernel,
  name,
  params: schema,
  patterns,
  quality,
  summary,
  version
}: ChartDetectorDefinition<Pattern, Params, Rule>): Detector => {
  const view = new ChartView()
  const lookAt = (window: CandleWindow, turns: TurnTable, side: Side, params: Params["Type"]) => {
    view.look(window, turns, side)
    const shape =
      findByKernel !== undefined && params.method === "kernel" ? findByKernel(view, params) : find(view, params)
    // Extrema of a smoothed price may lie the wrong way round, and turns may be older than what the window shows.
    return shape !== undefined && shape.height > 0 && shape.corners[0].age < window.size ? shape : undefined
  }
  /** The shape that the match is of, and its side. */
  const shapeOfMatch = ({ pattern }: Match, window: CandleWindow, turns: TurnTable, params: Params["Type"]) => {
    for (const side of sides) {
      const shape = lookAt(window, turns, side, params)
      if (shape?.pattern === pattern) return { shape, side }
    }
    return undefined
  }
  return defineDetector({
    name,
    version,
    summary,
    emits: Struct.keys(patterns),
    patterns,
    params: schema,
    history: historyOf,
    warmUp: shortestPattern,
    priceScale: "relative",
    features: (params: Params["Type"]) => ({ turns: turnsOf(params) }),
    detect: (window, _state, params, { features }) => {
      const { table } = features.turns
      if (!(table.atr > 0)) return noMatch
      const upright = lookAt(window, table, 1, params)
      const mirrored = lookAt(window, table, -1, params)
      if (upright === undefined && mirrored === undefined) return noMatch
      const matches: Array<Match<Pattern>> = []
      if (upright !== undefined) matches.push(chartMatch(upright, 1, window.close(0), view.atr, quality))
      if (mirrored !== undefined) matches.push(chartMatch(mirrored, -1, window.close(0), view.atr, quality))
      return matches
    },
    annotate: (match, window, params, { features }) => {
      const found = shapeOfMatch(match, window, features.turns.table, params)
      return found === undefined ? [] : drawnShape(found.shape, found.side)
    },
    explain: (match, window, params, { features }): ReadonlyArray<RuleScore> => {
      const found = shapeOfMatch(match, window, features.turns.table, params)
      return found === undefined ? [] : qualityScores(quality, found.shape.quality)
    }
  })
}

const sides = [1, -1] as const

const turnsOf = (params: ChartSettings): Feature<TurnReading> => {
  const { kernelDelay: delay = 0, kernelLength: length = 0, method } = params
  return method === "kernel" ? kernelTurns({ length, delay }) : pivotTurns(params)
}

/** The oldest turn that is remembered is `within` candles old. */
const historyOf = ({ kernelDelay = 0, kernelLength = 0, within }: ChartSettings): number =>
  Math.max(within, kernelLength + kernelDelay) + 1

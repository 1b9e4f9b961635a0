import {
  type Annotation,
  type CandleWindow,
  defineDetector,
  type Detector,
  type Feature,
  line,
  type Match,
  noMatch,
  type PatternDescription,
  point,
  type RuleScore
} from "@mjolnir/core"
import { type Schema, Struct } from "effect"

import type { PivotSettings } from "../../pivots/pivotParams.ts"
import { kernelTurns } from "../turns/kernelTurns.ts"
import { pivotTurns } from "../turns/pivotTurns.ts"
import type { TurnReading, TurnTable } from "../turns/TurnTable.ts"
import type { ChartShape } from "./ChartShape.ts"
import { ChartView, type Side } from "./ChartView.ts"
import type { MethodSettings } from "./methodParams.ts"
import { confidenceOf, type QualityRules, qualityScores } from "./QualityRule.ts"

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
  const shapeOf = ({ pattern }: Match, window: CandleWindow, turns: TurnTable, params: Params["Type"]) => {
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
    warmUp: shortestShape,
    priceScale: "relative",
    features: (params: Params["Type"]) => ({ turns: turnsOf(params) }),
    detect: (window, _state, params, { features }) => {
      const { table } = features.turns
      if (!((table.atr[0] ?? Number.NaN) > 0)) return noMatch
      const upright = lookAt(window, table, 1, params)
      const mirrored = lookAt(window, table, -1, params)
      if (upright === undefined && mirrored === undefined) return noMatch
      const matches: Array<Match<Pattern>> = []
      if (upright !== undefined) matches.push(matchOf(upright, 1, window, view.atr, quality))
      if (mirrored !== undefined) matches.push(matchOf(mirrored, -1, window, view.atr, quality))
      return matches
    },
    annotate: (match, window, params, { features }) => {
      const found = shapeOf(match, window, features.turns.table, params)
      return found === undefined ? [] : drawn(found.shape, found.side)
    },
    explain: (match, window, params, { features }): ReadonlyArray<RuleScore> => {
      const found = shapeOf(match, window, features.turns.table, params)
      return found === undefined ? [] : qualityScores(quality, found.shape.quality)
    }
  })
}

const sides = [1, -1] as const

const turnsOf = (params: ChartSettings): Feature<TurnReading> => {
  const { kernelDelay: delay = 0, kernelLength: length = 0, method } = params
  return method === "kernel" ? kernelTurns({ length, delay }) : pivotTurns(params)
}

/** No shape of several turns is shorter. */
const shortestShape = 10

/** The oldest turn that is remembered is `within` candles old. */
const historyOf = ({ kernelDelay = 0, kernelLength = 0, within }: ChartSettings): number =>
  Math.max(within, kernelLength + kernelDelay) + 1

const matchOf = <Pattern extends string, Rule extends string>(
  shape: ChartShape<Pattern, Rule>,
  side: Side,
  window: CandleWindow,
  atr: number,
  quality: QualityRules<Rule>
): Match<Pattern> => {
  const { breakoutLevel, corners, figures, height, levels, pattern, way } = shape
  const [first, ...others] = corners
  const metadata: Record<string, number | string | boolean> = {
    candles_involved: first.age + 1,
    height,
    height_atr: height / atr,
    breakout_level: breakoutLevel * side,
    target: targetOf(shape) * side,
    ...figures
  }
  for (const [level, price] of Object.entries(levels ?? {})) metadata[level] = price * side
  return {
    pattern,
    direction: way === side ? "bullish" : "bearish",
    confidence: confidenceOf(qualityScores(quality, shape.quality)),
    trigger: 0,
    price: window.close(0),
    anchors: [first.age, ...others.map(({ age }) => age), 0],
    metadata
  }
}

const targetOf = ({ breakoutLevel, height, way }: ChartShape<string, string>): number => breakoutLevel + way * height

const drawn = (shape: ChartShape<string, string>, side: Side): ReadonlyArray<Annotation> => {
  const { breakoutLevel, corners, lines } = shape
  const last = corners.at(-1)?.age ?? 0
  const target = targetOf(shape) * side
  return [
    ...corners.map(({ age, label, price }) => point(label, age, price * side)),
    ...lines.map(({ from, label, to }) => line(label, [from.age, from.price * side], [to.age, to.price * side])),
    line("breakout level", [last, breakoutLevel * side], [0, breakoutLevel * side]),
    line("target", [last, target], [0, target])
  ]
}

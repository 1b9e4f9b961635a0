import { Result } from "effect"

import type { SessionCalendar } from "../../../calendar/SessionCalendar.ts"
import { usEquities } from "../../../calendar/usEquities.ts"
import { utcCalendar } from "../../../calendar/utcCalendar.ts"
import type { Candle } from "../../../domain/Candle.ts"
import type { Decision } from "../../../domain/Decision.ts"
import { StockSymbol } from "../../../domain/StockSymbol.ts"
import { makePipelinePlan, type PipelineSettings } from "../../../pipeline/PipelinePlan.ts"
import { SymbolPipeline } from "../../../pipeline/SymbolPipeline.ts"
import type { ConfiguredDetector } from "../../../plugin/ConfiguredDetector.ts"
import type { Detector } from "../../../plugin/defineDetector.ts"
import { type ConformanceBudget, type ConformanceOptions, defaultBudget } from "../ConformanceOptions.ts"
import { difference } from "./difference.ts"
import { baseCandlesOf, baseIntervalOf, type Lookback, lookbacksOf } from "./Lookback.ts"
import { madeUpSeries } from "./madeUpSeries.ts"
import { playCandle } from "./playCandle.ts"
import { type Recording, recordingDifference, tellAll, type Teller, textOf } from "./Recording.ts"
import { millisOf, type Series } from "./Series.ts"

/** How a run differs from the usual. */
export interface Play {
  /** In the place of the detector, such as one that is watched. */
  readonly detector?: Detector
  readonly symbol?: StockSymbol
  readonly settings?: PipelineSettings
  readonly tell?: Teller
  /** Told of every candle before it is played. */
  readonly before?: (candle: Candle, index: number) => void
}

/** A detector on trial: the candles that it is tried on, and how it is run on them, which is how the host does it. */
export class Subject {
  readonly detector: Detector
  readonly configured: ConfiguredDetector
  readonly series: readonly [Series, ...ReadonlyArray<Series>]
  /** How far back it looks on each interval. */
  readonly lookbacks: ReadonlyArray<Lookback>
  readonly calendar: SessionCalendar
  readonly symbol: StockSymbol
  readonly otherSymbol: StockSymbol
  readonly budget: ConformanceBudget
  readonly #settings: unknown
  readonly #expected = new Map<Series, Recording>()
  #unsteadiness: { readonly found: string | undefined } | undefined

  constructor(
    detector: Detector,
    { budget, calendar, candles, interval, settings = {}, symbol = "TEST" }: ConformanceOptions
  ) {
    this.detector = detector
    this.#settings = settings
    this.configured = Result.getOrThrow(detector.configure(settings))
    const base = interval ?? baseIntervalOf(this.configured)
    this.lookbacks = lookbacksOf(this.configured, base, detector.can.remember)
    this.calendar = calendar ?? (detector.filters.sessions === undefined ? utcCalendar : usEquities)
    this.symbol = StockSymbol.make(symbol)
    this.otherSymbol = StockSymbol.make(symbol === "OTHER" ? "TEST" : "OTHER")
    this.budget = { ...defaultBudget, ...budget }
    this.series =
      candles === undefined
        ? madeUpSeries(base, baseCandlesOf(this.lookbacks, base))
        : [{ name: "the given candles", interval: base, candles }]
  }

  /** The detector made ready once for all runs: what these do to its params or its closures is shared by them. */
  get madeReadyOnce(): Detector {
    return { ...this.detector, configure: () => Result.succeed(this.configured) }
  }

  /** How much it is tried on, in words. */
  get extent(): string {
    const candles = this.series.reduce((sum, { candles }) => sum + candles.length, 0)
    return this.series.length === 1 ? `${candles} candles` : `${candles} candles of ${this.series.length} series`
  }

  /** Matches and near misses in all series. */
  get finds(): number {
    return this.series.reduce((sum, each) => sum + this.expected(each).told.filter((text) => text !== "").length, 0)
  }

  /** How much it is tried on and what it finds there, in words. */
  get tally(): string {
    const matches = this.series.reduce((sum, each) => sum + this.expected(each).decisions.length, 0)
    return `${this.extent}, ${matches} matches`
  }

  /** Where it finds other things when the same candles come again; undefined when it does not. */
  get unsteadiness(): string | undefined {
    this.#unsteadiness ??= { found: this.#findUnsteadiness() }
    return this.#unsteadiness.found
  }

  /** What the detector makes of a series, run once and from its start. */
  expected(series: Series): Recording {
    const known = this.#expected.get(series)
    if (known !== undefined) return known
    const recording = this.play(series)
    this.#expected.set(series, recording)
    return recording
  }

  /** Runs the detector, made ready anew, over the candles from number `from` to before number `until`. */
  play(series: Series, play: Play = {}, from = 0, until = series.candles.length): Recording {
    const { before, tell = tellAll } = play
    const pipeline = this.pipeline(series, play)
    const told: Array<string> = Array.from({ length: until }, () => "")
    const faults: Array<readonly [number, string]> = []
    const decisions: Array<{ readonly index: number; readonly decision: Decision }> = []
    for (let index = from; index < until; index++) {
      const candle = series.candles[index]
      if (candle === undefined) break
      before?.(candle, index)
      const step = playCandle(pipeline, candle, millisOf(series))
      told[index] = textOf(step, tell)
      for (const { problem } of step.faults) faults.push([index, problem])
      for (const decision of step.decisions) decisions.push({ index, decision })
    }
    return { told, faults, decisions }
  }

  /** A pipeline of the detector alone, in a plan of its own: what other runs did to their plan's records is not in it. */
  pipeline(
    { interval }: Pick<Series, "interval">,
    { detector = this.detector, settings, symbol = this.symbol }: Play = {}
  ) {
    const { name } = detector
    const plan = makePipelinePlan([detector], {
      interval,
      calendar: this.calendar,
      lookback: Number.POSITIVE_INFINITY,
      minimumConfidence: 0,
      cooldownMillis: 0,
      params: { [name]: this.#settings },
      // The other filters are a part of what the detector relies on; which symbols it is made for is not.
      filters: { [name]: { symbols: ["*"] } },
      annotates: true,
      explains: "near_misses",
      ...settings
    })
    return new SymbolPipeline(symbol, Result.getOrThrow(plan))
  }

  #findUnsteadiness(): string | undefined {
    const plays: ReadonlyArray<Play> = [{}, { detector: this.madeReadyOnce }, { detector: this.madeReadyOnce }]
    for (const series of this.series) {
      const expected = this.expected(series)
      for (const play of plays) {
        letTimePass()
        const again = this.play(series, play)
        const found =
          recordingDifference(series, expected.told, again.told) ??
          difference(expected.faults, again.faults, 0, `faults in ${series.name}`)
        if (found !== undefined) return found
      }
    }
    return undefined
  }
}

/** Lets the clock go on, so that whoever reads it sees another time. */
const letTimePass = (): void => {
  const until = performance.now() + 2
  while (performance.now() < until);
}

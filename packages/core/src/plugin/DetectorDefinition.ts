import type { CandleWindow } from "../candles/CandleWindow.ts"
import type { Annotation } from "../domain/Annotation.ts"
import type { FormingCandle } from "../domain/FormingCandle.ts"
import type { Interval } from "../domain/Interval.ts"
import type { Match, ProvisionalMatch } from "../domain/Match.ts"
import type { NearMiss, RuleScore } from "../domain/RuleScore.ts"
import type { StockSymbol } from "../domain/StockSymbol.ts"
import type { Features, Readings } from "./defineFeature.ts"
import type { Filters } from "./Filters.ts"
import type { Identity } from "./identity.ts"
import type { ParamsSchema } from "./params.ts"
import type { StateDefinition } from "./partState.ts"
import type { PatternDescription } from "./PatternDescription.ts"

/** When a detector is called: when a candle has closed, or whenever the forming one has taken ticks. */
export type CalledOn = "candle" | "tick"

/**
 * What a detector declares about itself and the functions that find its patterns.
 *
 * `detect` must be pure and synchronous: no clock, no I/O, no randomness, nothing remembered between calls but `state`.
 * It returns the matches that the newest candle completes, and each of them only then.
 */
export interface DetectorDefinition<
  Pattern extends string,
  Params extends ParamsSchema,
  State = undefined,
  Needed extends Features = {},
  Higher extends Interval = never,
  On extends CalledOn = "candle"
> extends Identity {
  /** Every pattern `detect` may return. */
  readonly emits: ReadonlyArray<Pattern>
  /** What the catalogue says of each of them. */
  readonly patterns?: { readonly [Each in NoInfer<Pattern>]: PatternDescription }
  /** Settings with their descriptions, checks and defaults: decoding `{}` must give the defaults. */
  readonly params: Params
  /**
   * Candles that can influence a match at the most; the window shows no more. The operator may have it show fewer, but
   * never fewer than `warmUp`.
   */
  readonly history: Extent<Params["Type"]>
  /** Candles without which nothing can match, of the `history`; `detect` is not called before. All when left out. */
  readonly warmUp?: Extent<Params["Type"]>
  /** Intervals whose candles it looks at, each on its own; that of the host when left out. */
  readonly intervals?: ReadonlyArray<Interval>
  /** `candle` when left out. A detector of ticks looks at the forming candle of the host's interval. */
  readonly on?: On
  readonly filters?: Filters
  /**
   * `relative` when multiplying all prices by a factor changes no match but its prices, `absolute` when amounts of money
   * matter. `absolute` when left out.
   */
  readonly priceScale?: "relative" | "absolute"
  /** What it remembers of each symbol and interval. */
  readonly state?: StateDefinition<State, Params["Type"]>
  /** Values that follow the candles, shared with the other detectors of the symbol. */
  readonly features?: Needed | ((params: Params["Type"]) => Needed)
  /** Closed candles of higher intervals to look at beside the own, and how many of each. */
  readonly higher?: Readonly<Record<Higher, number>>
  readonly detect: (
    window: WindowOf<On>,
    state: State,
    params: Params["Type"],
    context: DetectorContext<Needed, Higher>
  ) => ReadonlyArray<MatchOf<On, NoInfer<Pattern>>>
  /** What to draw of a match, places named by age. Called on the window of the match, when a chart is asked for. */
  readonly annotate?: (
    match: MatchOf<On, NoInfer<Pattern>>,
    window: WindowOf<On>,
    params: Params["Type"],
    context: DetectorContext<Needed, Higher>
  ) => ReadonlyArray<Annotation>
  /** The rules of a match; their scores sum to its confidence. Called on the window of the match, when asked for. */
  readonly explain?: (
    match: MatchOf<On, NoInfer<Pattern>>,
    window: WindowOf<On>,
    params: Params["Type"],
    context: DetectorContext<Needed, Higher>
  ) => ReadonlyArray<RuleScore>
  /** Patterns that the newest candle nearly completes. Called after `detect`, when asked for; must change nothing. */
  readonly nearMisses?: (
    window: WindowOf<On>,
    state: State,
    params: Params["Type"],
    context: DetectorContext<Needed, Higher>
  ) => ReadonlyArray<NearMiss<NoInfer<Pattern>>>
}

/** A number of candles, which may depend on the params. */
export type Extent<Params> = number | ((params: Params) => number)

/** What a detector looks at. */
export type WindowOf<On extends CalledOn> = On extends "tick" ? TickWindow : CandleWindow

/** What a detector returns. */
type MatchOf<On extends CalledOn, Pattern extends string> = On extends "tick"
  ? ProvisionalMatch<Pattern>
  : Match<Pattern>

/** What a detector of ticks sees: the forming candle, and the closed ones before it. */
export interface TickWindow {
  readonly forming: FormingCandle
  readonly closed: CandleWindow
}

/** What a detector sees beside its window. */
export interface DetectorContext<Needed extends Features = {}, Higher extends Interval = never> {
  readonly symbol: StockSymbol
  /** Interval of the window's candles. */
  readonly interval: Interval
  readonly features: Readings<Needed>
  /** Windows of closed candles of the declared higher intervals, as of the close of the newest candle. */
  readonly higher: { readonly [Each in Higher]: CandleWindow }
}

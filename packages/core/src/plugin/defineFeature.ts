import { hash } from "node:crypto"

import type { CandleWindow } from "../candles/CandleWindow.ts"
import type { Interval } from "../domain/Interval.ts"
import { checkFunctions, checkIdentity, type Identity, idOf } from "./identity.ts"
import { type StateDefinition, startState } from "./partState.ts"

/** Features by the names under which a part reads them. */
export type Features = Readonly<Record<string, Feature<object>>>

/** What the given features read, by name. */
export type Readings<Needed extends Features> = {
  readonly [Name in keyof Needed]: Needed[Name] extends Feature<infer Reading> ? Reading : never
}

/**
 * A value per symbol that follows the candles one by one, such as an average: kept once however many detectors of the
 * symbol read it.
 */
export interface FeatureDefinition<Reading extends object, State, Needs extends Features = {}> extends Identity {
  /** What tells it from others of its name, such as its period. */
  readonly params?: Readonly<Record<string, number | string | boolean>>
  /** Candles that `update` reads at the most, 1 when left out. */
  readonly history?: number
  /** Candles after which it no longer matters where it began. */
  readonly warmUp: number
  /**
   * Candles after which detectors may read it, though where it began may still show, such as in what is missing; `warmUp`
   * when left out.
   */
  readonly readyAfter?: number
  /** Features that it is made from; they have taken the candle when `update` is called. */
  readonly needs?: Needs
  readonly state: StateDefinition<State, void>
  /** Takes the newest candle of the window into the state, in constant time. */
  readonly update: (state: State, window: CandleWindow, needs: Readings<Needs>) => void
  /** What detectors see: an object whose getters read the state. Made once per symbol; `state()` is the present state. */
  readonly reading: (state: () => State) => Reading
}

/** A feature that the host can keep for detectors. */
export interface Feature<out Reading extends object> extends Identity {
  readonly kind: "feature"
  /** Equal for equal features: name, version, params, interval and what they are made from. */
  readonly key: string
  /** Tells it from one of equal key that does something else, as another plugin may have: a hash of its functions' text. */
  readonly code: string
  /** The interval whose candles it follows; undefined for that of the detector that reads it. */
  readonly interval: Interval | undefined
  readonly history: number
  readonly warmUp: number
  /** `warmUp` when absent, as in what an older version of the SDK has made. */
  readonly readyAfter?: number
  readonly needs: Features
  /** Begins it for one symbol, on what it is made from. */
  readonly start: (needs: Readonly<Record<string, object>>) => RunningFeature<Reading>
}

/** A feature of one symbol. */
export interface RunningFeature<out Reading extends object> {
  readonly reading: Reading
  readonly update: (window: CandleWindow) => void
  /** The state as JSON; undefined when it is not declared to survive a restart. */
  readonly snapshot: () => unknown
  readonly restore: (snapshot: unknown) => void
}

/** Candles after which detectors may read a feature. */
export const readyAfterOf = ({ readyAfter, warmUp }: Feature<object>): number => readyAfter ?? warmUp

/**
 * Defines a feature.
 *
 * @example
 * export const meanRange = (period: number) =>
 *   defineFeature({
 *     name: "mean-range",
 *     version: "1.0.0",
 *     summary: "Mean of high minus low",
 *     params: { period },
 *     history: period + 1,
 *     warmUp: period,
 *     state: { init: () => ({ sum: 0, count: 0 }), schema: Schema.Struct({ sum: Schema.Finite, count: Schema.Int }) },
 *     update: (state, window) => {
 *       state.sum += window.high(0) - window.low(0)
 *       if (state.count < period) state.count++
 *       else state.sum -= window.high(period) - window.low(period)
 *     },
 *     reading: (state) => ({
 *       get value() {
 *         return state().count < period ? Number.NaN : state().sum / period
 *       }
 *     })
 *   })
 */
export const defineFeature = <Reading extends object, State, const Needs extends Features = {}>(
  definition: FeatureDefinition<Reading, State, Needs>
): Feature<Reading> => {
  checkIdentity("feature", definition)
  checkFunctions("feature", definition.name, {
    "state.init": definition.state?.init,
    update: definition.update,
    reading: definition.reading
  })
  const needs: Features = definition.needs ?? {}
  const key = JSON.stringify([
    idOf(definition),
    Object.entries(definition.params ?? {}).sort(([one], [other]) => (one < other ? -1 : 1)),
    Object.values(needs).map((feature) => feature.key)
  ])
  const { init } = definition.state
  const functions = [init, definition.update, definition.reading].map(String)
  const code = hash("sha256", JSON.stringify([functions, Object.values(needs).map((feature) => feature.code)]))
  return {
    kind: "feature",
    name: definition.name,
    version: definition.version,
    summary: definition.summary,
    key,
    code: code.slice(0, 16),
    interval: undefined,
    history: definition.history ?? 1,
    warmUp: definition.warmUp + Math.max(0, ...Object.values(needs).map((feature) => feature.warmUp)),
    readyAfter: (definition.readyAfter ?? definition.warmUp) + Math.max(0, ...Object.values(needs).map(readyAfterOf)),
    needs,
    start: (readings) => {
      const state = startState<State, void>(definition.state, undefined)
      return {
        reading: definition.reading(() => state.value),
        update: (window) => definition.update(state.value, window, readings as Readings<Needs>),
        snapshot: state.snapshot,
        restore: state.restore
      }
    }
  }
}

/**
 * The feature on closed candles of a higher interval.
 *
 * @example
 * features: { hourlyRange: onInterval("1h", atr(14)) }
 */
export const onInterval = <Reading extends object>(
  interval: Interval,
  feature: Feature<Reading>
): Feature<Reading> => ({
  ...feature,
  interval,
  key: JSON.stringify([interval, feature.key]),
  needs: Object.fromEntries(
    Object.entries(feature.needs).map(([name, need]) => [name, onInterval(need.interval ?? interval, need)])
  )
})

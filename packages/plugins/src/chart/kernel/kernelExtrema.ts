import { type CandleWindow, defineFeature, type Feature } from "@mjolnir/core"
import { Schema } from "effect"

import { KernelSmoother } from "./KernelSmoother.ts"

/** How a kernel regression finds extrema. Each has the value of the paper when left out. */
export interface KernelOptions {
  /** Bars in which a pattern must lie, 35 when left out: the `l` of the paper. */
  readonly length?: number
  /** Bars that must have passed since an extremum, 3 when left out: the `d` of the paper. */
  readonly delay?: number
}

/** The extrema of the smoothed closes in the window, newest first. */
export interface KernelReading {
  /** Extrema that can be read; 0 until the window is full. */
  readonly count: number
  /** `high` for a maximum, undefined from `count` on. */
  readonly kind: (place: number) => "high" | "low" | undefined
  /** The close at the extremum, as it was: not smoothed. NaN from `count` on. */
  readonly price: (place: number) => number
  /** Age of its candle. NaN from `count` on. */
  readonly age: (place: number) => number
  /** Bandwidth of the regression, in bars. NaN until the window is full. */
  readonly bandwidth: number
}

/**
 * Extrema of kernel-smoothed closes. The newest `length + delay` closes are smoothed by the Nadaraya-Watson regression on
 * time with a Gaussian kernel,
 *
 *     m(x) = Σ K((x − s) / h) P(s) / Σ K((x − s) / h),   K(u) = exp(−u² / 2)
 *
 * and an extremum is where the sign of m′ changes from one bar to the next: from + to − a maximum, from − to + a minimum.
 * Where m′ is 0, the sign before is held against the next that is not 0. The extremum is then the highest (lowest) close
 * itself within a bar of there. Maxima and minima alternate: two that fall on the same bar, or change places, are no
 * swing and both left out. So are those less than `delay` bars old.
 *
 * The bandwidth h is 0.3 of that with the least sum of squares when each close is estimated from all
 * others (leave-one-out cross-validation), of bandwidths up to half of the window of which 0.3 is 1, 1.25, 1.25² …
 * bars. The paper does not say which it compared. Less than one bar would smooth nothing, and of a random walk the best
 * is always the least.
 *
 * What the newest extremum completes is told at the candle at which it is exactly `delay` bars old, so once by that
 * extremum. But each candle smooths anew, as the rolling windows of the paper do: where that moves an extremum to a
 * candle later, nearly the same shape is complete again, and told again.
 *
 * It forgets everything but the window: two that began at different candles agree exactly once both are full.
 *
 * Lo, Mamaysky and Wang: Foundations of Technical Analysis, Journal of Finance 55 (2000), section II.
 *
 * @throws InvalidDefinition when `length` or `delay` make no window.
 *
 * @example
 * features: { extrema: kernelExtrema({ length: 35, delay: 3 }) },
 * detect: (window, _state, _params, { features: { extrema } }) =>
 *   extrema.age(0) === 3 && extrema.count >= 5 && extrema.kind(0) === "high" ? [...] : noMatch
 */
export const kernelExtrema = (options: KernelOptions = {}): Feature<KernelReading> => {
  const { delay, length } = { ...published, ...options }
  const bars = length + delay
  const smoother = new KernelSmoother(bars, bandwidthShare)
  return defineFeature({
    name: "kernel-extrema",
    version: "1.0.0",
    summary: "Extrema of the closes smoothed by a kernel regression",
    params: { length, delay },
    history: bars,
    warmUp: bars,
    state: { init: () => initial(bars), schema: State },
    update: (state, window) => follow(state, window, smoother, delay),
    reading: kernelReading
  })
}

const published: Required<KernelOptions> = { length: 35, delay: 3 }
/** Part of the cross-validated bandwidth that the paper uses. */
const bandwidthShare = 0.3

// Any number: what is not there yet is NaN, and a snapshot must never fail.
// @effect-diagnostics-next-line schemaNumber:off
const stateNumber = Schema.mutableKey(Schema.Number)
// @effect-diagnostics-next-line schemaNumber:off
const stateNumbers = Schema.mutable(Schema.Array(Schema.Number))

/** The extrema, oldest first. */
const State = Schema.Struct({
  count: stateNumber,
  bandwidth: stateNumber,
  /** 1 for a maximum, -1 for a minimum. */
  sides: stateNumbers,
  prices: stateNumbers,
  ages: stateNumbers
})
type State = typeof State.Type

const initial = (bars: number): State => {
  const column = () => Array.from({ length: bars }, () => 0)
  return { count: 0, bandwidth: Number.NaN, sides: column(), prices: column(), ages: column() }
}

const follow = (state: State, window: CandleWindow, smoother: KernelSmoother, delay: number): void => {
  const { bars } = smoother
  state.count = 0
  if (window.size < bars) return
  for (let bar = 0; bar < bars; bar++) smoother.closes[bar] = window.close(bars - 1 - bar)
  smoother.smooth()
  state.bandwidth = smoother.bandwidth
  for (let bar = 0; bar < bars - 1; bar++) {
    const turn = smoother.turnAt(bar)
    if (turn !== 0) remember(state, window, turn, bars - 1 - smoother.extremeNear(bar, turn))
  }
  while (state.count > 0 && newestAge(state) < delay) state.count--
}

const remember = (state: State, window: CandleWindow, side: number, age: number): void => {
  if (age >= newestAge(state)) {
    state.count--
    return
  }
  state.sides[state.count] = side
  state.prices[state.count] = window.close(age)
  state.ages[state.count] = age
  state.count++
}

/** Infinite when there is none. */
const newestAge = ({ ages, count }: State): number => ages[count - 1] ?? Number.POSITIVE_INFINITY

const kernelReading = (state: () => State): KernelReading => ({
  get count() {
    return state().count
  },
  kind: (place) => {
    const side = at(state().sides, state().count, place)
    return side > 0 ? "high" : side < 0 ? "low" : undefined
  },
  price: (place) => at(state().prices, state().count, place),
  age: (place) => at(state().ages, state().count, place),
  get bandwidth() {
    return state().bandwidth
  }
})

const at = (column: ReadonlyArray<number>, count: number, place: number): number =>
  place >= 0 && place < count ? (column[count - 1 - place] ?? Number.NaN) : Number.NaN

/** An extremum as the paper has it: the close itself, and its bar. */
export interface SlowExtremum {
  readonly kind: "high" | "low"
  readonly bar: number
  readonly price: number
}

/** The formulas of Lo, Mamaysky and Wang as they are printed, over one window of closes, oldest first. */
export const slowExtrema = (
  closes: ReadonlyArray<number>,
  share: number
): { readonly bandwidth: number; readonly extrema: ReadonlyArray<SlowExtremum> } => {
  const bandwidth = bestBandwidth(closes, share)
  const slopes = closes.map((_, bar) => slopeAt(closes, bandwidth, bar))
  const found: Array<SlowExtremum> = []
  for (let bar = 0; bar + 1 < closes.length; bar++) {
    const turn = turnAt(slopes, bar)
    if (turn === 0) continue
    const near = [bar - 1, bar, bar + 1].filter((each) => each >= 0 && each < closes.length)
    const prices = near.map((each) => closes[each] ?? Number.NaN)
    const price = turn > 0 ? Math.max(...prices) : Math.min(...prices)
    const extremum: SlowExtremum = {
      kind: turn > 0 ? "high" : "low",
      bar: near[prices.indexOf(price)] ?? Number.NaN,
      price
    }
    const before = found.at(-1)
    if (before !== undefined && before.bar >= extremum.bar) found.pop()
    else found.push(extremum)
  }
  return { bandwidth, extrema: found }
}

const bestBandwidth = (closes: ReadonlyArray<number>, share: number): number => {
  let best = { bandwidth: Number.NaN, error: Number.POSITIVE_INFINITY }
  for (let used = 1; used === 1 || used / share <= closes.length / 2; used *= 1.25) {
    const errors = closes.map((close, bar) => close - smoothed(closes, used / share, bar, bar))
    const error = errors.reduce((sum, each) => sum + each ** 2, 0)
    if (error < best.error) best = { bandwidth: used, error }
  }
  return best.bandwidth
}

/** m(x), without the close of one bar. */
const smoothed = (closes: ReadonlyArray<number>, bandwidth: number, bar: number, without = -1): number => {
  let weights = 0
  let sum = 0
  for (const [each, close] of closes.entries()) {
    if (each === without) continue
    weights += kernel(bar - each, bandwidth)
    sum += kernel(bar - each, bandwidth) * close
  }
  return sum / weights
}

const slopeAt = (closes: ReadonlyArray<number>, bandwidth: number, bar: number): number => {
  const mean = smoothed(closes, bandwidth, bar)
  return closes.reduce((sum, close, each) => sum + kernel(bar - each, bandwidth) * (close - mean) * (each - bar), 0)
}

const kernel = (distance: number, bandwidth: number): number => Math.exp(-(distance ** 2) / (2 * bandwidth ** 2))

const turnAt = (slopes: ReadonlyArray<number>, bar: number): number => {
  const sign = Math.sign(slopes[bar] ?? 0)
  if (sign !== 0) return Math.sign(slopes[bar + 1] ?? 0) === -sign ? sign : 0
  const before = Math.sign(slopes[bar - 1] ?? 0)
  const later = Math.sign(slopes.slice(bar).find((slope) => slope !== 0) ?? 0)
  return before !== 0 && later === -before ? before : 0
}

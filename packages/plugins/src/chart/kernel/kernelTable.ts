/** What the slopes of a kernel regression over a window of so many bars need that does not depend on prices. */
export interface KernelTable {
  /** Weights by distance in bars. */
  readonly weights: Float64Array
  /** By bar, the weighted mean of the distances to all bars: above 0 where the window goes on for longer after it. */
  readonly meanDistances: Float64Array
}

/**
 * Bandwidths that are compared for a window of so many bars, when `share` of the best is used: each 1.25 of the one before,
 * from what leaves a bandwidth of one bar, for less would smooth nothing, to half of the window.
 */
export const bandwidths = (bars: number, share: number): ReadonlyArray<number> => {
  const compared = [1 / share]
  for (let next = 1.25 / share; next <= bars / 2; next *= 1.25) compared.push(next)
  return compared
}

export const kernelTable = (bars: number, bandwidth: number): KernelTable => {
  const weights = gaussian(bars, bandwidth)
  return {
    weights,
    meanDistances: byBar(bars, (bar) => momentOf(weights, bars, bar) / (1 + weightOfOthers(weights, bars, bar)))
  }
}

/**
 * The sum of squares by which the closes differ from what the others say of them, as the sum of these coefficients times
 * the products of two closes: of the first with each, of the second with each from itself on, and so on.
 */
export const crossValidation = (bars: number, bandwidth: number): Float64Array => {
  const weights = gaussian(bars, bandwidth)
  const errors = Array.from({ length: bars }, (_, bar) => {
    const others = weightOfOthers(weights, bars, bar)
    return byBar(bars, (other) => (other === bar ? 1 : -(weights[Math.abs(other - bar)] ?? 0) / others))
  })
  const products: Array<number> = []
  for (let one = 0; one < bars; one++) {
    for (let other = one; other < bars; other++) {
      let product = 0
      for (const error of errors) product += (error[one] ?? 0) * (error[other] ?? 0)
      products.push(one === other ? product : 2 * product)
    }
  }
  return Float64Array.from(products)
}

/** The weights that matter beside that of the next bar; the others are lost to rounding. */
const gaussian = (bars: number, bandwidth: number): Float64Array => {
  const weight = (distance: number) => Math.exp(-(distance ** 2) / (2 * bandwidth ** 2))
  const weights = Array.from({ length: bars }, (_, distance) => weight(distance))
  return Float64Array.from(weights.filter((each) => each > 2 ** -53 * weight(1)))
}

const byBar = (bars: number, value: (bar: number) => number): Float64Array =>
  Float64Array.from({ length: bars }, (_, bar) => value(bar))

const weightOfOthers = (weights: Float64Array, bars: number, bar: number): number => {
  let sum = 0
  for (let distance = 1; distance < weights.length; distance++) {
    const weight = weights[distance] ?? 0
    if (bar + distance < bars) sum += weight
    if (bar - distance >= 0) sum += weight
  }
  return sum
}

/** The sum of distances times weights; exactly 0 where the window reaches as far to both sides. */
const momentOf = (weights: Float64Array, bars: number, bar: number): number => {
  let sum = 0
  for (let distance = 1; distance < weights.length; distance++) {
    const weight = (weights[distance] ?? 0) * distance
    if (bar + distance < bars) {
      if (bar - distance < 0) sum += weight
    } else if (bar - distance >= 0) sum -= weight
  }
  return sum
}

/**
 * The points of prices that a reader perceives as important (Chung et al.): both ends, then again and again the one with the
 * greatest vertical distance from the line between its neighbours, until there are so many. Their indexes, in order.
 */
export const importantPoints = (prices: ReadonlyArray<number>, count: number): ReadonlyArray<number> => {
  const points = [0, prices.length - 1]
  while (points.length < count) {
    let [furthest, distance] = [-1, 0]
    for (const [place, to] of points.entries()) {
      const from = points[place - 1]
      if (from === undefined) continue
      const [start = Number.NaN, end = Number.NaN] = [prices[from], prices[to]]
      const slope = (end - start) / (to - from)
      const intercept = start - from * slope
      for (let index = from + 1; index < to; index++) {
        const off = Math.abs(slope * index + intercept - (prices[index] ?? Number.NaN))
        if (off > distance) [furthest, distance] = [index, off]
      }
    }
    if (furthest < 0) break
    points.push(furthest)
    points.sort((one, other) => one - other)
  }
  return points
}

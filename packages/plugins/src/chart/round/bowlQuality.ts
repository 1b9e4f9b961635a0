/** Rules of all patterns that have a bowl in them. */
export const bowlQuality = {
  fit: {
    rule: "the closes follow a parabola: its coefficient of determination",
    nothingAt: 0.75,
    allAt: 0.95,
    weight: 0.2
  },
  roundness: {
    rule: "it is round, not pointed: the share of the closes in its lower half",
    nothingAt: 0.6,
    allAt: 0.7,
    weight: 0.15
  },
  breakout: { rule: "the close is clearly beyond the rim: in ATRs", nothingAt: 0, allAt: 1, weight: 0.1 }
}

import { type Candle, type Detector, type ExampleCandle, exampleCandles } from "@mjolnir/core"
import { SeededRandom } from "@mjolnir/core/testing"

/**
 * The closes of an example, each off by chance by `noise` on average of squares, with shadows of chance as well, and a few
 * more that go on as the last one did: what is read off a real chart as the example.
 */
export const noisyExample = (
  example: ReadonlyArray<ExampleCandle>,
  seed: number,
  noise: number
): ReadonlyArray<Candle> => exampleCandles(withNoise(closesOf(example), seed, noise))

/** The examples of all patterns of a detector, noisy, one after the other, again and again. */
export const noisyMarket = (detector: Detector, rounds: number, noise: number): ReadonlyArray<Candle> => {
  const closes: Array<number> = []
  for (let round = 0; round < rounds; round++) {
    for (const { example } of Object.values(detector.patterns)) {
      const next = closesOf(example)
      const shift = (closes.at(-1) ?? Number.NaN) - (next[0] ?? Number.NaN)
      closes.push(...next.map((close) => close + (closes.length === 0 ? 0 : shift)))
    }
  }
  return exampleCandles(withNoise(closes, rounds, noise))
}

const closesOf = (example: ReadonlyArray<ExampleCandle>): ReadonlyArray<number> => {
  const closes = example.map(([, , , close]) => close)
  const last = closes.at(-1) ?? Number.NaN
  const step = last - (closes.at(-2) ?? Number.NaN)
  return [...closes, last + step, last + 2 * step, last + 3 * step]
}

const withNoise = (clean: ReadonlyArray<number>, seed: number, noise: number): ReadonlyArray<ExampleCandle> => {
  const random = new SeededRandom(seed)
  const closes = clean.map((close) => close + noise * random.normal())
  const shadow = () => 0.05 + Math.abs(0.15 * random.normal())
  return closes.map((close, index) => {
    const open = closes[index - 1] ?? close
    return [open, Math.max(open, close) + shadow(), Math.min(open, close) - shadow(), close]
  })
}

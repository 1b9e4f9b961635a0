import { assert, describe, it } from "@effect/vitest"

import chart from "../../src/chart/index.ts"
import { findsOf } from "./chartMarket.ts"
import { noisyExample } from "./noisyExample.ts"

const seeds = Array.from({ length: 40 }, (_, seed) => seed)

describe("a textbook shape is found in most charts that are not drawn with a ruler:", () => {
  for (const detector of chart.detectors) {
    for (const [pattern, { example }] of Object.entries(detector.patterns)) {
      it(pattern, () => {
        const found = seeds.filter((seed) =>
          findsOf(detector, noisyExample(example, seed, 0.1)).some(
            ([candle, match]) => match.pattern === pattern && candle >= example.length - 6
          )
        )
        assert.isAtLeast(found.length, 30)
      })
    }
  }
})

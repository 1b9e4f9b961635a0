import { assert, describe, it } from "@effect/vitest"

import { rules } from "../../../src/candlestick/rules/rules.ts"
import { equivalentHikkakeMutants, equivalentMutants } from "./equivalentMutants.ts"
import { fixtureSeries } from "./fixtureSeries.ts"
import { agrees, hikkakeMutants } from "./hikkakeMutants.ts"
import { type ExpectedSeries, MutantHunt } from "./mutantHunt.ts"
import { allMutants } from "./mutants.ts"

describe("a rule with a mistake in it", { timeout: 60_000 }, () => {
  it("is noticed by the fixtures, whatever the mistake, unless it changes nothing", async () => {
    const mutants = await allMutants()
    assert.isAbove(mutants.length, 2_500)
    const hunt = new MutantHunt(mutants)
    for (const series of [...fixtureSeries(), ...aroundLookback()]) hunt.over(series)
    const survivors = hunt.alive.map(({ mistake, pattern }) => `${pattern} ${mistake}`)
    const equivalent = equivalentMutants.flatMap(({ mistakes, pattern }) =>
      mistakes.map((each) => `${pattern} ${each}`)
    )
    assert.deepStrictEqual(survivors.sort(), equivalent.sort())
  })

  it("is tried in the conditions of every form", async () => {
    const tried = new Set((await allMutants()).map(({ mistake, pattern }) => `${pattern} ${mistake.split(" ")[0]}`))
    for (const [pattern, { forms }] of Object.entries(rules)) {
      for (const place of forms.keys()) assert.isTrue(tried.has(`${pattern} ${place}:`), `${pattern} ${place}`)
    }
  })

  it("is noticed in the patterns with a memory, too", async () => {
    const mutants = await hikkakeMutants()
    assert.isAbove(mutants.length, 50)
    const series = fixtureSeries()
    const survivors = mutants.filter(({ module }) => series.every((each) => agrees(module, each)))
    assert.sameMembers([...new Set(survivors.map(({ mistake }) => mistake))], [...equivalentHikkakeMutants])
  })
})

/** A pattern is told at the candle with which its lookback is over, and not one candle earlier. */
const aroundLookback = (): ReadonlyArray<ExpectedSeries> =>
  Object.entries(rules).flatMap(([pattern, { forms, example, lookback }]) => [
    {
      candles: example.slice(-lookback - 1),
      expected: (index, other) => (other === pattern && index === lookback ? forms[0]?.value : undefined)
    },
    {
      candles: example.slice(-lookback),
      expected: (index, other) => (other === pattern && index === lookback - 1 ? 0 : undefined)
    }
  ])

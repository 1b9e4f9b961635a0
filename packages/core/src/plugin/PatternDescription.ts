import { Schema } from "effect"

import { InvalidDefinition } from "./identity.ts"

/** What a catalogue says of a pattern, and the example that it draws. */
export interface PatternDescription {
  /** What it looks like and what is read from it, in a sentence or two. */
  readonly means: string
  /** When it is found, as exactly as words and figures can say. */
  readonly rule: string
  /** Where the definition comes from. */
  readonly source: string
  /**
   * Candles, oldest first, whose newest completes the pattern when all params have their defaults. There must be as many
   * before the pattern as the detector and its features need.
   */
  readonly example: ReadonlyArray<ExampleCandle>
}

/** Prices in quote currency; a volume of 1000 when left out. */
export type ExampleCandle = readonly [open: number, high: number, low: number, close: number, volume?: number]

/** Throws {@link InvalidDefinition} unless exactly the emitted patterns are described, each in full. */
export const checkPatterns = (part: string, emits: ReadonlyArray<string>, patterns: object): void => {
  const described = Object.keys(patterns)
  const stray = described.find((pattern) => !emits.includes(pattern))
  if (stray !== undefined) {
    const problem = `patterns describes ${stray}`
    throw new InvalidDefinition({ part, problem, expected: `patterns that it emits: ${emits.join(", ")}` })
  }
  const left = emits.find((pattern) => !described.includes(pattern))
  if (left !== undefined) {
    const problem = `patterns does not describe ${left}`
    throw new InvalidDefinition({ part, problem, expected: "each pattern that it emits, or no patterns at all" })
  }
  for (const [pattern, description] of Object.entries(patterns)) {
    if (isDescription(description)) continue
    throw new InvalidDefinition({
      part,
      problem: `patterns.${pattern} is not a description`,
      expected: "the texts means, rule and source, and an example of candles [open, high, low, close]"
    })
  }
}

const isDescription = Schema.is(
  Schema.Struct({
    means: Schema.NonEmptyString,
    rule: Schema.NonEmptyString,
    source: Schema.NonEmptyString,
    example: Schema.NonEmptyArray(
      Schema.Union([
        Schema.Tuple([Schema.Finite, Schema.Finite, Schema.Finite, Schema.Finite]),
        Schema.Tuple([Schema.Finite, Schema.Finite, Schema.Finite, Schema.Finite, Schema.Finite])
      ])
    )
  })
)

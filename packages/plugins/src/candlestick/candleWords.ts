import { type Measure, measures } from "./RunningMeans.ts"

/** What a word of the rules stands for. */
export interface CandleWordMeaning {
  /** The threshold as a share of what it is measured by. */
  readonly share: number
  /** The same in a sentence. */
  readonly says: string
}

const measuredBy = (share: number, measure: Measure, sentence: (threshold: string) => string): CandleWordMeaning => ({
  share,
  says: sentence(share === 1 ? meanTexts[measure] : `${share} of ${meanTexts[measure]}`)
})

const meanTexts: Readonly<Record<Measure, string>> = {
  body: `the mean body of the ${measures.body.period} candles before it`,
  range: `the mean range of the ${measures.range.period} candles before it`,
  shadows: `the mean sum of both shadows of the ${measures.shadows.period} candles before it`,
  near: `the mean range of the ${measures.near.period} candles before the earlier candle compared`
}

const shadowAgainstBody = (word: string, share: number): CandleWordMeaning => ({
  share,
  says: `A shadow is ${word} when it is longer than ${share === 1 ? "" : `${share} times `}the body of its candle.`
})

/**
 * The words in which the texts of the rules speak, each with the figure by which `Candles` computes it: the default candle
 * settings of TA-Lib. BodyLong and BodyShort are one threshold there, so that a body can be long, short, or exactly
 * between.
 */
export const candleWords = {
  longBody: measuredBy(1, "body", (mean) => `A body is long above ${mean}.`),
  shortBody: measuredBy(1, "body", (mean) => `A body is short below ${mean}.`),
  dojiBody: measuredBy(0.1, "range", (mean) => `A doji has a body of at most ${mean}.`),
  longShadow: shadowAgainstBody("long", 1),
  veryLongShadow: shadowAgainstBody("very long", 2),
  shortShadow: measuredBy(0.5, "shadows", (mean) => `A shadow is short below ${mean}.`),
  noShadow: measuredBy(0.1, "range", (mean) => `A shadow below ${mean} is as good as none; one above that counts.`),
  near: measuredBy(0.2, "near", (mean) => `Near is up to ${mean}.`),
  far: measuredBy(0.6, "near", (mean) => `Far is from ${mean} on.`),
  equal: measuredBy(0.05, "near", (mean) => `As good as equal is up to ${mean}.`)
} satisfies Record<string, CandleWordMeaning>

/** A word of the rules by the method of `Candles` that gives its threshold. */
export type CandleWord = keyof typeof candleWords

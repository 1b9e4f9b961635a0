import type { PatternOfDetector } from "./chosenPatterns.ts"

/** All that the catalogue knows of a pattern as a line of JSON; what is not known is null. */
export const patternJson = ({ detector, pattern }: PatternOfDetector): string => {
  const { description, example, name } = pattern
  return JSON.stringify({
    pattern: name,
    plugin: detector.plugin,
    detector: detector.id,
    summary: detector.summary,
    directions: example?.directions ?? null,
    provisional: example?.isProvisional ?? null,
    means: description?.means ?? null,
    rule: description?.rule ?? null,
    source: description?.source ?? null,
    history: detector.candles?.history ?? null,
    warmUp: detector.candles?.warmUp ?? null,
    candlesNeeded: example?.candlesNeeded ?? null,
    params: detector.params.map(({ default: value, description: meaning, name: param, type }) => ({
      name: param,
      type,
      default: value ?? null,
      description: meaning
    })),
    beside: example?.beside ?? null,
    example: example?.candles.map(({ close, high, low, open, volume }) => [open, high, low, close, volume]) ?? null,
    detection: example?.detection ?? null
  })
}

import { Array, Result } from "effect"

import type { Detection } from "../../domain/Detection.ts"
import type { ConfiguredPureScorer, Judgement, Scorer } from "../../plugin/defineScorer.ts"
import { callEach } from "./callEach.ts"
import { PartFailed } from "./PartFailed.ts"
import type { PartOptions } from "./RunOptions.ts"
import { StageAlone } from "./StageAlone.ts"

/**
 * What a scorer says of each of the detections, be it a pure one or one that asks a service, which is opened, called
 * for one detection after the other, and closed. Rejects with `InvalidParams` when the settings do not fit, and with
 * `PartFailed` when the services cannot be built, and at the first detection for which it fails or gives what a host
 * does not take.
 *
 * @example
 * const detections = [detectionWith({ confidence: 0.7 })]
 * const judgements = await judgementsOf(plattScaling, detections, { settings: { even: 0.7 } })
 * assert.deepStrictEqual(judgements, [{ probability: 0.5, model: "platt-scaling" }])
 */
export const judgementsOf = async (
  scorer: Scorer,
  detections: ReadonlyArray<Detection>,
  { settings = {} }: PartOptions = {}
): Promise<ReadonlyArray<Judgement>> => {
  const configured = Result.getOrThrow(scorer.configure(settings))
  const { id, name } = configured
  const placeOf = (index: number) => `detection ${index + 1} of ${detections.length}`
  if (configured.open === undefined) {
    return detections.map((detection, index) => judgement(configured, detection, placeOf(index)))
  }
  const stage = new StageAlone({})
  // As they leave a fold, where nobody may change them any more.
  const published = detections.map((detection, index) => stage.decide(detection, placeOf(index)).detection)
  const answers = await callEach("scorer", configured, published, placeOf)
  // What was answered is checked as if it were the answer of a pure scorer.
  return Array.zip(published, answers).map(([detection, answer], index) =>
    judgement({ id, name, score: () => answer }, detection, placeOf(index))
  )
}

const judgement = (scorer: ConfiguredPureScorer, detection: Detection, at: string): Judgement => {
  const { scores: [score] = [] } = new StageAlone({ scorers: [scorer] }).decide(detection, at).detection
  if (score === undefined) throw new PartFailed({ kind: "scorer", part: scorer.id, at, problem: "gave no score" })
  return { probability: score.probability, model: score.model }
}

import type { Detection, Scorer } from "@mjolnir/core"
import { Predicate, type Result } from "effect"

import { type AuthorCase, immediateCase, passedUnless } from "./AuthorCase.ts"
import { changeOf } from "./changeOf.ts"
import { firstDifference } from "./firstDifference.ts"
import { inAnotherWorld } from "./inAnotherWorld.ts"
import { openingCase } from "./openingCase.ts"
import { sampleDetections } from "./sampleDetections.ts"

/** The cases that a scorer keeps its contract; of one that asks a service, that it opens and closes. */
export const scorerCases = (scorer: ConfiguredScorer): ReadonlyArray<AuthorCase> =>
  scorer.score === undefined ? [openingCase("S01", scorer.open)] : pureCases(scorer.score)

type ConfiguredScorer = Result.Result.Success<ReturnType<Scorer["configure"]>>

const pureCases = (score: (detection: Detection) => unknown): ReadonlyArray<AuthorCase> => {
  const detections = sampleDetections("TEST")
  const extent = `${detections.length} detections`
  return [
    immediateCase(
      {
        id: "S01",
        title: "every score is a probability and names its model",
        reason: "the host takes anything else for a failure of the scorer",
        hint: "return { probability, model } with a probability from 0 to 1"
      },
      () => {
        const invalid = detections.map((detection) => score(detection)).find((judgement) => !isJudgement(judgement))
        return passedUnless(invalid === undefined ? undefined : `it gave ${JSON.stringify(invalid)}`, extent)
      }
    ),
    immediateCase(
      {
        id: "S02",
        title: "the same detection gets the same score",
        reason: "replicas, replays and restarts would disagree on what was published",
        hint: "go by the detection alone: no clock, no chance, nothing remembered"
      },
      () => {
        const scores = () => detections.map((detection) => score(detection))
        const before = scores()
        const reversed = inAnotherWorld(() =>
          detections
            .toReversed()
            .map((detection) => score(detection))
            .toReversed()
        )
        return passedUnless(firstDifference("detection", before, reversed), `${extent}, forwards and backwards`)
      }
    ),
    immediateCase(
      {
        id: "S03",
        title: "a detection is left as it is",
        reason: "the detection goes on to the gates and the sinks",
        hint: "change nothing that is given"
      },
      () => passedUnless(detections.map((detection) => changeOf(detection, score)).find(Boolean), extent)
    )
  ]
}

const isJudgement = (value: unknown): boolean =>
  Predicate.hasProperty(value, "probability") &&
  Predicate.hasProperty(value, "model") &&
  typeof value.probability === "number" &&
  value.probability >= 0 &&
  value.probability <= 1 &&
  typeof value.model === "string"

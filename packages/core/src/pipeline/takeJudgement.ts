import { Predicate } from "effect"

import type { Judgement } from "../plugin/defineScorer.ts"
import { promiseFault } from "../plugin/promiseFault.ts"
import { printed } from "./printed.ts"

/** What a scorer says as data of the host's own, or in words what is wrong with it. */
export const takeJudgement = (given: unknown): Judgement | string => {
  const promised = promiseFault(given)
  if (promised !== undefined) return promised
  const { model, probability }: Partial<Record<keyof Judgement, unknown>> = Predicate.isObject(given) ? given : {}
  const isShare = typeof probability === "number" && probability >= 0 && probability <= 1
  if (isShare && typeof model === "string" && model.length <= longestModel) return { model, probability }
  const figure = typeof probability === "number" ? probability : `of type ${typeof probability}`
  return `gave the probability ${figure} of the model ${printed(model)}`
}

const longestModel = 1_000

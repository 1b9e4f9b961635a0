import { type Effect, Result } from "effect"

import type { Detection } from "../domain/Detection.ts"
import { checkFunctions, checkIdentity, type Identity, idOf } from "./identity.ts"
import { type Layered, layerFor, type LayerIfUsed, type Open, openPart } from "./openPart.ts"
import { decodeParams, describeParams, type InvalidParams, type ParamsSchema } from "./params.ts"

/** How likely a detection is to come true, 0…1, and the model that says so. */
export interface Judgement {
  readonly probability: number
  readonly model: string
}

/**
 * What a scorer declares about itself and how it judges a detection: `score` at once and purely, before the gates; or
 * `consult` by asking a service, after them. A detection is not held back for a scorer that fails or takes too long.
 */
export type ScorerDefinition<Params extends ParamsSchema, Services = never> =
  | PureScorerDefinition<Params>
  | (ConsultingScorerDefinition<Params, Services> & LayerIfUsed<Services>)

/** A scorer that needs nothing but the detection: it runs in the fold, so gates can go by what it says. */
interface PureScorerDefinition<Params extends ParamsSchema> extends Identity {
  readonly params: Params
  readonly score: (detection: Detection, params: Params["Type"]) => Judgement
  readonly consult?: undefined
  readonly layer?: undefined
}

/** A scorer that asks a service, such as a model server. */
interface ConsultingScorerDefinition<Params extends ParamsSchema, Services = never>
  extends Identity, Layered<Params["Type"], Services> {
  readonly params: Params
  readonly score?: undefined
  readonly consult: (detection: Detection, params: Params["Type"]) => Effect.Effect<Judgement, unknown, Services>
}

/** A scorer that the host can list and make ready to run. */
export interface Scorer extends Identity {
  readonly kind: "scorer"
  readonly describeParams: () => unknown
  readonly configure: (settings: unknown) => Result.Result<ConfiguredScorer, InvalidParams>
}

/** A scorer with its params decoded. */
export type ConfiguredScorer = ConfiguredPureScorer | ConfiguredConsultingScorer

/** A scorer of the fold. */
export interface ConfiguredPureScorer {
  readonly id: string
  readonly name: string
  readonly score: (detection: Detection) => Judgement
  readonly open?: undefined
}

/** A scorer that asks a service. */
export interface ConfiguredConsultingScorer {
  readonly id: string
  readonly name: string
  readonly score?: undefined
  readonly open: Open<Detection, Judgement>
}

/**
 * Defines a scorer. A service that `consult` uses and `layer` does not provide does not compile.
 *
 * @example
 * export const byVolume = defineScorer({
 *   name: "by-volume",
 *   version: "1.0.0",
 *   summary: "Trusts detections with confidence",
 *   params: Schema.Struct({}),
 *   score: ({ confidence }) => ({ probability: confidence / 2, model: "half" })
 * })
 */
export const defineScorer = <Params extends ParamsSchema, Services = never>(
  definition: ScorerDefinition<Params, Services>
): Scorer => {
  checkIdentity("scorer", definition)
  const judge = definition.score === undefined ? { consult: definition.consult } : { score: definition.score }
  checkFunctions("scorer", definition.name, judge)
  return {
    kind: "scorer",
    name: definition.name,
    version: definition.version,
    summary: definition.summary,
    describeParams: () => describeParams(definition.params),
    configure: (settings) =>
      Result.map(decodeParams(definition.name, definition.params, settings), ({ params }): ConfiguredScorer => {
        const identity = { id: idOf(definition), name: definition.name }
        if (definition.score !== undefined) {
          const { score } = definition
          return { ...identity, score: (detection) => score(detection, params) }
        }
        const { consult, layer }: ConsultingScorerDefinition<Params, Services> = definition
        return {
          ...identity,
          open: async (signal) =>
            openPart(layerFor(layer, params), (detection: Detection) => consult(detection, params), signal)
        }
      })
  }
}

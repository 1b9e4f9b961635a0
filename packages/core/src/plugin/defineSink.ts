import { type Effect, Result } from "effect"

import type { Detection, TriggerCandle } from "../domain/Detection.ts"
import { checkFunctions, checkIdentity, type Identity, idOf } from "./identity.ts"
import { type Layered, layerFor, type LayerIfUsed, type Open, openPart } from "./openPart.ts"
import { decodeParams, describeParams, type InvalidParams, type ParamsSchema } from "./params.ts"

/** What a sink delivers. */
export interface Delivery {
  readonly detection: Detection
  readonly candle: TriggerCandle
}

/** What a sink declares about itself and the effect that delivers. */
export interface SinkDefinition<Params extends ParamsSchema, Services = never>
  extends Identity, Layered<Params["Type"], Services> {
  readonly params: Params
  /**
   * Delivers one detection. When it fails it is called again later, so that a detection may come more than once: the
   * detection's id tells.
   */
  readonly deliver: (delivery: Delivery, params: Params["Type"]) => Effect.Effect<void, unknown, Services>
}

/** A sink that the host can list and make ready to run. */
export interface Sink extends Identity {
  readonly kind: "sink"
  readonly describeParams: () => unknown
  readonly configure: (settings: unknown) => Result.Result<ConfiguredSink, InvalidParams>
}

/** A sink with its params decoded. */
export interface ConfiguredSink {
  readonly id: string
  readonly name: string
  readonly open: Open<Delivery, void>
}

/**
 * Defines a sink. A service that `deliver` uses and `layer` does not provide does not compile.
 *
 * @example
 * export const printed = defineSink({
 *   name: "printed",
 *   version: "1.0.0",
 *   summary: "Writes a line for each detection",
 *   params: Schema.Struct({}),
 *   deliver: ({ detection }) => Console.log(`${detection.symbol} ${detection.pattern}`)
 * })
 */
export const defineSink = <Params extends ParamsSchema, Services = never>(
  definition: SinkDefinition<Params, Services> & LayerIfUsed<Services>
): Sink => {
  checkIdentity("sink", definition)
  checkFunctions("sink", definition.name, { deliver: definition.deliver })
  const { deliver, layer }: SinkDefinition<Params, Services> = definition
  return {
    kind: "sink",
    name: definition.name,
    version: definition.version,
    summary: definition.summary,
    describeParams: () => describeParams(definition.params),
    configure: (settings) =>
      Result.map(decodeParams(definition.name, definition.params, settings), ({ params }) => ({
        id: idOf(definition),
        name: definition.name,
        open: async (signal) =>
          openPart(layerFor(layer, params), (delivery: Delivery) => deliver(delivery, params), signal)
      }))
  }
}

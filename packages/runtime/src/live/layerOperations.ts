import { AppConfig } from "@mjolnir/core/services"
import { Effect, Layer } from "effect"

import { layerHttp } from "../http/layerHttp.ts"
import { layerProcessMetrics } from "./layerProcessMetrics.ts"

/** The service's face to those who run it: probes and metrics over HTTP, figures of the process. */
export const layerOperations = Layer.unwrap(
  Effect.map(AppConfig, ({ operation }) => Layer.merge(layerHttp(operation.host, operation.port), layerProcessMetrics))
)

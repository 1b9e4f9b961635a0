import { AppConfig } from "@mjolnir/core/services"
import { Effect, Layer, Logger, References } from "effect"

import { Terminal } from "../output/Terminal.ts"

/** One JSON object a line, or readable lines when a person watches. */
export const layerLogging: Layer.Layer<never, never, AppConfig | Terminal> = Layer.unwrap(
  Effect.gen(function* () {
    const { operation } = yield* AppConfig
    const { isTerminal } = yield* Terminal
    return Layer.mergeAll(
      Logger.layer([isTerminal ? Logger.consolePretty() : Logger.consoleJson]),
      Layer.succeed(References.MinimumLogLevel, operation.logLevel)
    )
  })
)

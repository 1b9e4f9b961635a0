import { AppConfig } from "@mjolnir/core/services"
import { Effect, Layer, Logger, References } from "effect"

/** One JSON object a line, or readable lines when a person watches. */
export const layerLogging: Layer.Layer<never, never, AppConfig> = Layer.unwrap(
  Effect.map(AppConfig, ({ operation }) =>
    Layer.mergeAll(
      Logger.layer([process.stdout.isTTY ? Logger.consolePretty() : Logger.consoleJson]),
      Layer.succeed(References.MinimumLogLevel, operation.logLevel)
    )
  )
)

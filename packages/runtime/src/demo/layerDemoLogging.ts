import { Layer, Logger, References } from "effect"

/** Only what is wrong, and not where the detections are printed. */
export const layerDemoLogging: Layer.Layer<never> = Layer.merge(
  Logger.layer([Logger.withConsoleError(Logger.formatLogFmt)]),
  Layer.succeed(References.MinimumLogLevel, "Warn")
)

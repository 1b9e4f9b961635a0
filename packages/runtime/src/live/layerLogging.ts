import { AppConfig } from "@mjolnir/core/services"
import { Effect, Layer, Logger, References } from "effect"

import { Terminal } from "../output/Terminal.ts"

/** One JSON object a line, `{time, level, message, …, app, version}`, or readable lines when a person watches. */
export const layerLogging: Layer.Layer<never, never, AppConfig | Terminal> = Layer.unwrap(
  Effect.gen(function* () {
    const { operation } = yield* AppConfig
    const { isTerminal } = yield* Terminal
    // A log that nobody reads any more must not end the service.
    yield* Effect.acquireRelease(
      Effect.sync(() => process.stdout.on("error", ignore)),
      (output) => Effect.sync(() => output.off("error", ignore))
    )
    const jsonLines = Logger.map(Logger.formatStructured, ({ annotations, cause, level, message, timestamp }) =>
      JSON.stringify({
        time: timestamp,
        level,
        message,
        cause,
        ...annotations,
        app: operation.appName,
        version: operation.appVersion
      })
    )
    return Layer.mergeAll(
      Logger.layer([isTerminal ? Logger.consolePretty() : Logger.withConsoleLog(jsonLines)]),
      Layer.succeed(References.MinimumLogLevel, operation.logLevel)
    )
  })
)

const ignore = () => {}

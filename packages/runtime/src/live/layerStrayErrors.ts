import { Metrics } from "@mjolnir/core/services"
import { Effect, Layer } from "effect"

/** A plugin that runs in this thread, and the path of its file or of its package. */
export interface InlineCode {
  readonly name: string
  readonly path: string
}

/**
 * Keeps the service up when the code of an inline plugin throws where nobody can catch it, in a timer or a promise that it
 * left behind: the error is logged with the plugin's name and counted. An error of anybody else ends the process as ever.
 */
export const layerStrayErrors = (plugins: ReadonlyArray<InlineCode>): Layer.Layer<never, never, Metrics> =>
  Layer.effectDiscard(
    Effect.gen(function* () {
      const metrics = yield* Metrics
      // A plugin that the service itself lies in cannot be told from it by a path.
      const strangers = plugins.filter(({ path }) => !import.meta.filename.startsWith(path))
      const run = Effect.runForkWith(yield* Effect.context<never>())
      const onError = (cause: unknown) => {
        const plugin = strangers.find(({ path }) => stackOf(cause).includes(path))
        if (plugin === undefined) throw cause
        metrics.count("part_faults_total", { kind: "plugin", part: plugin.name })
        run(
          Effect.logError(
            `The plugin ${plugin.name} left something behind that failed where nobody listens: ${stackOf(cause)}. A ` +
              "detector must be synchronous; run the plugin in a worker until that is mended"
          )
        )
      }
      yield* Effect.acquireRelease(
        Effect.sync(() => {
          process.on("uncaughtException", onError)
          process.on("unhandledRejection", onError)
        }),
        () =>
          Effect.sync(() => {
            process.off("uncaughtException", onError)
            process.off("unhandledRejection", onError)
          })
      )
    })
  )

const stackOf = (cause: unknown): string => (cause instanceof Error ? (cause.stack ?? cause.message) : String(cause))

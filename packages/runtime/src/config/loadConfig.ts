import { calendars } from "@mjolnir/core/calendar"
import { AppConfig } from "@mjolnir/core/services"
import { type Config, ConfigProvider, Duration, Effect, Layer, Result, Schema } from "effect"

import { variables } from "./variables.ts"

/** Every variable of the environment that is set to something it cannot be. */
export class InvalidEnvironment extends Schema.TaggedError<InvalidEnvironment>()("InvalidEnvironment", {
  problems: Schema.Array(Schema.Struct({ name: Schema.String, problem: Schema.String }))
}) {
  override get message() {
    return `Bad environment: ${this.problems.map(({ name, problem }) => `${name}: ${problem}`).join("; ")}`
  }
}

/** Reads all variables and fails with all that are bad. Secrets appear in no message. */
export const loadConfig: Effect.Effect<AppConfig["Service"], InvalidEnvironment> = Effect.gen(function* () {
  const problems = yield* findProblems
  if (problems.length > 0) return yield* new InvalidEnvironment({ problems })
  return yield* Effect.orDie(assemble)
})

/** `AppConfig` from the environment of the process. */
export const layerAppConfig: Layer.Layer<AppConfig, InvalidEnvironment> = Layer.effect(AppConfig, loadConfig).pipe(
  Layer.provide(ConfigProvider.layer(ConfigProvider.fromEnv()))
)

const findProblems = Effect.gen(function* () {
  const problems: Array<{ readonly name: string; readonly problem: string }> = []
  for (const { name, config } of Object.values(variables)) {
    const result = yield* Effect.result<unknown, Config.ConfigError, never>(config)
    if (Result.isFailure(result)) problems.push({ name, problem: readable(result.failure) })
  }
  return problems
})

/** `Expected "x" | "y"` without the schema's name and the path, which the variable's name repeats. */
const readable = (error: Config.ConfigError): string => {
  const text = error.message.replace(/^SchemaError\(|\n\s+at .*$/gs, "").replaceAll("\n", " ")
  return text.startsWith("Expected") ? text : `Expected ${text}`
}

const webSocketUrlOf = { production: "ws://hermes.tekuro.io", development: "wss://hermes.tekuro.io" } as const

const assemble = Effect.gen(function* () {
  const environment = yield* variables.environment.config
  return AppConfig.of({
    feed: {
      url: (yield* variables.webSocketUrl.config) ?? webSocketUrlOf[environment],
      name: yield* variables.feed.config,
      subscribe: yield* variables.subscribe.config,
      publish: yield* variables.publish.config,
      pingEvery: yield* variables.pingEvery.config,
      silenceTimeout: yield* variables.silenceTimeout.config,
      reconnectDelay: {
        first: yield* variables.reconnectFirst.config,
        longest: yield* variables.reconnectLongest.config
      }
    },
    redis: {
      host: yield* variables.redisHost.config,
      port: yield* variables.redisPort.config,
      password: yield* variables.redisPassword.config,
      stockListKey: yield* variables.stockListKey.config,
      refreshEvery: yield* variables.refreshEvery.config
    },
    detection: {
      plugins: yield* variables.plugins.config,
      settingsFile: yield* variables.settingsFile.config,
      minimumConfidence: yield* variables.minimumConfidence.config,
      cooldown: yield* variables.cooldown.config,
      lookback: yield* variables.lookback.config,
      tolerance: yield* variables.tolerance.config,
      calendar: calendars[yield* variables.calendar.config],
      detectorBudget: yield* variables.detectorBudget.config,
      candles: {
        interval: "1m",
        graceMillis: Duration.toMillis(yield* variables.candleGrace.config),
        volumeMode: yield* variables.volumeMode.config
      }
    },
    operation: {
      appName: yield* variables.appName.config,
      appVersion: yield* variables.appVersion.config,
      environment,
      host: yield* variables.host.config,
      port: yield* variables.port.config,
      logLevel: yield* variables.logLevel.config,
      staleAfter: yield* variables.staleAfter.config,
      outboxCapacity: yield* variables.outboxCapacity.config
    }
  })
})

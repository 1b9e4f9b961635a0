import { AppConfig } from "@mjolnir/core/services"
import { ConfigProvider, Effect, Layer } from "effect"

import { loadConfig } from "../../src/config/loadConfig.ts"

/** Variables of an environment. */
export type Environment = Readonly<Record<string, string>>

/** The configuration that an environment of these variables gives. */
export const configOf = (environment: Environment) =>
  Effect.provideService(loadConfig, ConfigProvider.ConfigProvider, ConfigProvider.fromEnvRecord(environment))

/** `AppConfig` from these variables. */
export const layerConfigOf = (environment: Environment) => Layer.effect(AppConfig, configOf(environment))

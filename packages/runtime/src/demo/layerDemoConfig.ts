import { AppConfig } from "@mjolnir/core/services"
import { ConfigProvider, Effect, Layer } from "effect"

import { loadConfig } from "../config/loadConfig.ts"
import { LoopbackBroker } from "./LoopbackBroker.ts"

/** The plugins of a demo. */
export interface DemoPlugins {
  /** Names and paths, none for the default. */
  readonly plugin: ReadonlyArray<string>
  /** Path of a settings file. */
  readonly settings: string | undefined
}

/**
 * The documented defaults, whatever the environment says, with the loopback broker in the place of the real one and the
 * given plugins.
 */
export const layerDemoConfig = ({ plugin, settings }: DemoPlugins): Layer.Layer<AppConfig, never, LoopbackBroker> =>
  Layer.unwrap(Effect.map(LoopbackBroker, ({ url }) => layerConfig(url, plugin, settings)))

const layerConfig = (url: string, plugin: ReadonlyArray<string>, settings: string | undefined) =>
  Layer.effect(
    AppConfig,
    Effect.map(Effect.orDie(loadConfig), ({ detection, ...config }) =>
      AppConfig.of({
        ...config,
        detection: { ...detection, plugins: plugin.length === 0 ? detection.plugins : plugin, settingsFile: settings }
      })
    )
  ).pipe(
    Layer.provide(
      ConfigProvider.layer(
        ConfigProvider.fromUnknown({ ENVIRONMENT: "development", WEBSOCKET_URL: url, APP_NAME: "mjolnir-demo" })
      )
    )
  )

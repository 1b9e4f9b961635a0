import { AppConfig } from "@mjolnir/core/services"
import { ConfigProvider, Effect, Layer } from "effect"

import { loadConfig } from "../config/loadConfig.ts"
import { LoopbackBroker } from "./LoopbackBroker.ts"

/** The documented defaults, whatever the environment says, with the loopback broker in the place of the real one. */
export const layerDemoConfig: Layer.Layer<AppConfig, never, LoopbackBroker> = Layer.unwrap(
  Effect.map(LoopbackBroker, ({ url }) =>
    Layer.effect(AppConfig, Effect.orDie(loadConfig)).pipe(
      Layer.provide(
        ConfigProvider.layer(
          ConfigProvider.fromUnknown({ ENVIRONMENT: "development", WEBSOCKET_URL: url, APP_NAME: "mjolnir-demo" })
        )
      )
    )
  )
)

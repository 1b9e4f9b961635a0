import { Duration, Layer } from "effect"

import { utcCalendar } from "../calendar/utcCalendar.ts"
import { defaultCandleSettings } from "../candles/CandleBuilder.ts"
import {
  AppConfig,
  type DetectionSettings,
  type FeedSettings,
  type OperationSettings,
  type RedisSettings
} from "../services/AppConfig.ts"

/** Settings that differ from those of {@link layerTestConfig}. */
export interface TestConfig {
  readonly feed?: Partial<FeedSettings>
  readonly redis?: Partial<RedisSettings>
  readonly detection?: Partial<DetectionSettings>
  readonly operation?: Partial<OperationSettings>
}

/**
 * `AppConfig` for tests: the documented defaults, but hosts that do not exist, any free port, no plugin, and detections
 * of any confidence as often as they come.
 *
 * @example
 * layerTestConfig({ operation: { outboxCapacity: 2 } })
 */
export const layerTestConfig = (differing: TestConfig = {}): Layer.Layer<AppConfig> =>
  Layer.succeed(
    AppConfig,
    AppConfig.of({
      feed: {
        url: "ws://broker.invalid",
        name: "broker",
        subscribe: "auto",
        publish: "auto",
        pingEvery: Duration.seconds(20),
        silenceTimeout: Duration.minutes(5),
        reconnectDelay: { first: Duration.millis(500), longest: Duration.seconds(15) },
        ...differing.feed
      },
      redis: {
        host: "redis.invalid",
        port: 6379,
        password: undefined,
        stockListKey: "scanner:latest",
        refreshEvery: Duration.seconds(15),
        ...differing.redis
      },
      detection: {
        plugins: [],
        settingsFile: undefined,
        minimumConfidence: 0,
        cooldown: Duration.zero,
        lookback: Number.POSITIVE_INFINITY,
        tolerance: 0.01,
        candles: defaultCandleSettings,
        calendar: utcCalendar,
        detectorBudget: Duration.millis(50),
        ...differing.detection
      },
      operation: {
        appName: "mjolnir-pattern-detector",
        appVersion: "0.1.0",
        environment: "development",
        host: "127.0.0.1",
        port: 0,
        logLevel: "Info",
        staleAfter: Duration.minutes(5),
        outboxCapacity: 10_000,
        ...differing.operation
      }
    })
  )

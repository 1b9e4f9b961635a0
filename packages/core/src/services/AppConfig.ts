import { Context, type Duration, type LogLevel, type Redacted } from "effect"

import type { SessionCalendar } from "../calendar/SessionCalendar.ts"
import type { CandleSettings } from "../candles/CandleBuilder.ts"

/** How Mjolnir talks to the broker. */
export interface FeedSettings {
  readonly url: string
  /** Name of the feed plugin that decodes the frames; `broker` for the built-in protocol. */
  readonly name: string
  /** `auto` subscribes when the broker greets or stays silent, and not when it sends ticks unasked. */
  readonly subscribe: "auto" | "always" | "never"
  /** `auto` publishes the relayed form to a broker that greeted, the documented form to any other. */
  readonly publish: "auto" | "documented" | "relayed" | "both"
  readonly pingEvery: Duration.Duration
  /** Without any frame for this long, although symbols are watched, the connection is given up. */
  readonly silenceTimeout: Duration.Duration
  readonly reconnectDelay: { readonly first: Duration.Duration; readonly longest: Duration.Duration }
}

/** Where Redis is and what is read from it. */
export interface RedisSettings {
  readonly host: string
  readonly port: number
  readonly password: Redacted.Redacted | undefined
  /** Watched symbols are the keys `<stockListKey>:<symbol>`. */
  readonly stockListKey: string
  readonly refreshEvery: Duration.Duration
}

/** What the detectors work with. */
export interface DetectionSettings {
  /** Plugins to load: names of built-in ones, names of npm packages, paths. */
  readonly plugins: ReadonlyArray<string>
  /** Path of the file with the settings of plugins and their parts. */
  readonly settingsFile: string | undefined
  readonly minimumConfidence: number
  readonly cooldown: Duration.Duration
  /** Candles that a detector may look at, though it asks for more; infinite when nobody limits it. */
  readonly lookback: number
  /** Dollars within which two prices count as equal. */
  readonly tolerance: number
  readonly candles: CandleSettings
  readonly calendar: SessionCalendar
  /** What one call of a detector may take. */
  readonly detectorBudget: Duration.Duration
}

/** How the service behaves towards those who run it. */
export interface OperationSettings {
  readonly appName: string
  readonly appVersion: string
  readonly environment: "production" | "development"
  /** Where probes and metrics are served. */
  readonly host: string
  readonly port: number
  readonly logLevel: LogLevel.LogLevel
  /** Without an accepted tick for this long, although symbols are watched, the service is not ready. */
  readonly staleAfter: Duration.Duration
  /** Detections that may wait for the broker; beyond, the oldest is dropped and counted. */
  readonly outboxCapacity: number
}

/** Everything that can be set, read once at the start. The only service that knows the environment. */
export class AppConfig extends Context.Service<
  AppConfig,
  {
    readonly feed: FeedSettings
    readonly redis: RedisSettings
    readonly detection: DetectionSettings
    readonly operation: OperationSettings
  }
>()("@mjolnir/core/services/AppConfig") {}
